using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace FollowUp.Web.Tests.Api;

/// <summary>
/// Digests of keyed requests are stored for 90 days, those of submissions for ever: another digest refuses a true repeat. A field that is added to a
/// request may change a digest only where it is given.
/// </summary>
public sealed class RequestDigestTests : IAsyncLifetime
{
    readonly ApiHost host = new();

    public async ValueTask InitializeAsync()
    {
        await host.InitializeAsync();
        (await host.Website.Post("/api/projects", ApiSamples.Project(), ("Idempotency-Key", "k-1"))).HasStatus(HttpStatusCode.Created);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task The_digest_of_a_submission_never_changes()
    {
        var dossier = await host.Store.Projects.LoadDossier("P-1001", TestContext.Current.CancellationToken);
        Assert.StartsWith("0c05b8009775113d74d64a148de4fdfd9955bb9c0157cd7838", dossier!.SubmissionDigest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_digest_of_a_keyed_request_never_changes()
    {
        await host.As(ApiHost.Camille).SendCommand("P-1001", """
            {"type":"record-call","outcome":"serious","at":"2026-11-23T08:58:00+01:00","evidence":["need-described"],"note":{"text":"é","visibility":"shared"}}
            """, ("Idempotency-Key", "k-1"));

        Assert.StartsWith("996083b2b0004b546840366b87f45ed3309f52034d81758f6a", await GetKeyDigest("website"), StringComparison.Ordinal);
        Assert.StartsWith("66fdb1a1ae9d65ef7dd3dfd0998f9221c8d21d1755eacf5280", await GetKeyDigest(ApiHost.Camille), StringComparison.Ordinal);
    }

    /// <summary>Each line is the text whose SHA-256 was stored when the request had no other fields yet.</summary>
    [Theory]
    [InlineData("""{"type":"add-note","text":"é","visibility":"internal"}""")]
    [InlineData("""{"type":"answer-question","question":"Q-1","text":"Oui."}""")]
    [InlineData("""{"type":"approve","approve":true}""")]
    [InlineData("""{"type":"assign","coordinator":"yanis@demo.example"}""")]
    [InlineData("""{"type":"close","result":"won","provider":"PR-1","amount":null,"reason":null}""")]
    [InlineData("""{"type":"close","result":"dead","provider":null,"amount":null,"reason":"abandoned"}""")]
    [InlineData("""{"type":"decline-good-chances","provider":"PR-1"}""")]
    [InlineData("""{"type":"record-call","outcome":"no-answer","at":null,"provider":null,"reason":null,"until":null,"evidence":null,"note":null}""")]
    [InlineData("""{"type":"record-reply","text":"Bonjour","at":"2026-11-23T08:58:00+01:00"}""")]
    [InlineData("""{"type":"reopen","reason":null}""")]
    [InlineData("""{"type":"send-good-chances","provider":"PR-1"}""")]
    [InlineData("""{"type":"share-fact","fact":"phase","published":true}""")]
    [InlineData("""{"type":"snooze","until":"2026-12-15","reason":"Congés","endsOnAnswer":true}""")]
    [InlineData("""{"type":"take-over","accept":true}""")]
    [InlineData("""{"type":"undo"}""")]
    public async Task A_field_that_a_command_does_not_have_leaves_its_digest_as_it_was(string canonical)
    {
        var sent = JsonNode.Parse(canonical)!.AsObject();
        foreach (var absent in sent.Where(field => field.Value is null).Select(field => field.Key).ToList())
        {
            sent.Remove(absent);
        }

        await host.As(ApiHost.Camille).SendCommand("P-1001", sent.ToJsonString(), ("Idempotency-Key", "k-1"));

        Assert.Equal(Digest($"/api/projects/P-1001/commands\n{canonical}"), await GetKeyDigest(ApiHost.Camille));
    }

    [Theory]
    [InlineData("provider-actions", """{"provider":"PR-1","kind":"quote","at":"2026-11-23T08:58:00+01:00"}""")]
    [InlineData("signals", """{"kind":"message","provider":null,"at":"2026-11-23T08:58:00+01:00","amount":null}""")]
    [InlineData("questions", """{"provider":"PR-1","text":"Où en est-on ?"}""")]
    public async Task A_field_that_a_report_does_not_have_leaves_its_digest_as_it_was(string route, string canonical)
    {
        await host.Website.Post($"/api/projects/P-1001/{route}", JsonNode.Parse(canonical)!, ("Idempotency-Key", "k-2"));

        Assert.Equal(Digest($"/api/projects/P-1001/{route}\n{canonical}"), await GetKeyDigest("website", "k-2"));
    }

    async Task<string?> GetKeyDigest(string caller, string key = "k-1") => (await host.Store.Projects.FindIdempotencyRecord(
        "P-1001", $"api.{Digest($"{caller}\n{key}")}", TestContext.Current.CancellationToken))?.Digest;

    static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
