using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Application.Persons;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Text;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace FollowUp.Application.Privacy;

/// <summary>
/// What stays of an erased person as proof that consents and objections were respected: under a keyed digest of their mail address and of their number, the
/// scopes and instants of their consents and the instants of their objections. Only who knows address or number and has the key finds it. Thread-safe.
/// </summary>
public sealed class ErasureProofs(IKeyValueStore settings, PersonLoader persons, ErasureProofKey key, TimeProvider time)
{
    /// <summary>For how long: the limitation of civil actions (Code civil, art. 2224). <c>docs/law.md</c> states it, for a lawyer's look.</summary>
    public static readonly Period Term = Period.FromYears(5);

    const string Prefix = "erasure-proof.";

    /// <summary>Keeps the proof of a person who is about to be erased. May be repeated. Does nothing without a key.</summary>
    /// <param name="client">The client's id.</param>
    /// <param name="dossiers">The personal data of their projects.</param>
    /// <param name="cancellation">Cancels between two writes.</param>
    public async Task Keep(string client, IEnumerable<Dossier> dossiers, CancellationToken cancellation = default)
    {
        if (key.Value is null)
        {
            return;
        }

        var person = await persons.Load(client, cancellation);
        var now = time.GetCurrentInstant();
        var expires = (now.InUtc().LocalDateTime + Term).InUtc().ToInstant();
        foreach (var digest in dossiers.SelectMany(d => new[] { d.Email, d.Phone }).OfType<string>().Select(Digest).Distinct())
        {
            // A repeat completes an erasure that was interrupted: the person has lost the consents of the projects that are erased already.
            var earlier = await settings.Get(Prefix + digest, cancellation);
            await settings.Set(Prefix + digest, Write(person, now, earlier), expires, cancellation);
        }
    }

    /// <summary>The proof of an erased person as JSON; null when there is none under this key.</summary>
    /// <param name="addressOrNumber">The mail address, or the number in E.164.</param>
    /// <param name="cancellation">Cancels the read.</param>
    public async ValueTask<string?> Find(string addressOrNumber, CancellationToken cancellation = default) =>
        key.Value is null ? null : await settings.Get(Prefix + Digest(addressOrNumber), cancellation);

    string Digest(string addressOrNumber) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key.Value!, Encoding.UTF8.GetBytes(MailAddress.Normalize(addressOrNumber))));

    /// <param name="earlier">The proof that is stored under the digest; null for none.</param>
    static string Write(Person person, Instant now, string? earlier)
    {
        var before = earlier is null ? null : JsonNode.Parse(earlier);
        return new JsonObject
        {
            ["erasedAt"] = Format(now),
            ["consents"] = Join(
                before?["consents"], person.Consents.Select(c => new JsonObject { ["scope"] = Kebab.Case(c.Scope), ["given"] = c.Given, ["at"] = Format(c.At) })),
            ["objections"] = Join(
                before?["objections"],
                person.Objections.Where(o => o.Kind != ObjectionKind.MailFailed).Select(o => new JsonObject { ["kind"] = Kebab.Case(o.Kind), ["at"] = Format(o.At) })),
        }.ToJsonString();
    }

    static JsonArray Join(JsonNode? earlier, IEnumerable<JsonNode> now) =>
        [.. (earlier?.AsArray() ?? []).OfType<JsonNode>().Concat(now).DistinctBy(item => item.ToJsonString()).Select(item => item.DeepClone())];

    static string Format(Instant at) => InstantPattern.ExtendedIso.Format(at);
}
