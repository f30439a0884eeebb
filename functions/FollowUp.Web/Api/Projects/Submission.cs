using System.Collections.Immutable;
using System.Security.Cryptography;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Projects;

/// <summary>A valid submission: the command and the personal data that go with it.</summary>
/// <param name="Command">The command.</param>
/// <param name="Dossier">The personal data, with the digest of the content.</param>
/// <param name="EarlierDigests">The digests that earlier versions stored for the same content.</param>
public sealed record Submission(Submit Command, Dossier Dossier, ImmutableArray<string> EarlierDigests)
{
    const int SaltBytes = 16;

    /// <summary>Whether a stored digest is that of the same content.</summary>
    public bool HasDigest(string stored) => stored == Dossier.SubmissionDigest || EarlierDigests.Contains(stored);

    /// <summary>The submission that a request means.</summary>
    /// <param name="r">Valid (<see cref="SubmitValidator"/>).</param>
    /// <remarks>
    /// The digest of the content is stored, and a repeat is recognised by it. It covers the members of <see cref="Dossier"/> and
    /// <see cref="Submit"/> by name and in order, so a change there needs the digests of earlier versions beside the new one.
    /// </remarks>
    public static Submission Of(SubmitRequest r)
    {
        var client = r.Client!;
        var type = client.Type!.Value;
        var description = NormalizedText.MultiLineOrNull(r.Description);
        var budget = BudgetOf(r.Budget);
        var dossier = new Dossier(
            r.Id!,
            client.Id!,
            NormalizedText.SingleLine(r.Title!),
            description,
            r.Category!,
            NormalizedText.SingleLine(client.Name!),
            NormalizedText.SingleLineOrNull(client.Company),
            client.Email!.Trim(),
            PhoneNumberParser.ToE164(client.Phone!),
            client.ConsentToCall is { } consent ? new Consent(consent.At!.Value, NormalizedText.MultiLine(consent.Text!)) : null,
            budget,
            r.Deadline,
            SubmissionDigest: "",
            Salt: "")
        {
            PostalCode = NormalizedText.SingleLineOrNull(client.PostalCode),
            Town = NormalizedText.SingleLineOrNull(client.Town),
            TimeZone = client.TimeZone,
        };
        var command = new Submit(
            dossier.ProjectId,
            dossier.ClientId,
            type,
            TextRules.ToLanguage(r.Language!),
            dossier.Category,
            MayCall: type == ClientType.Company || dossier.ConsentToCall is not null,
            EvidenceOf(description, budget, r.Deadline),
            r.Deadline,
            r.SubmittedAt!.Value,
            Coordinator: null)
        {
            TimeZone = ClientPlace.FindTimeZone(dossier.TimeZone, dossier.PostalCode, dossier.Phone),
            SoleTrader = type == ClientType.Company && client.SoleTrader is true,
            Consent = type == ClientType.Person ? ConsentOf(client.ConsentToCall) : null,
        };
        var digest = SubmissionDigest.Compute(dossier, command);
        var earlier = EarlierForms.Of(r, dossier).Select(form => SubmissionDigest.Compute(form, command)).Where(other => other != digest);
        return new Submission(
            command,
            dossier with { SubmissionDigest = digest, Salt = RandomNumberGenerator.GetHexString(2 * SaltBytes, lowercase: true) },
            [.. earlier.Distinct()]);
    }

    static GivenConsent? ConsentOf(ConsentRequest? r) => r is null ? null : new GivenConsent(
        r.Scope ?? ConsentScope.Request, r.At!.Value, Source: NormalizedText.SingleLineOrNull(r.Source), Version: NormalizedText.SingleLineOrNull(r.Version));

    /// <summary>What the submission itself says of the project's seriousness.</summary>
    internal static Evidence EvidenceOf(string? description, Budget? budget, LocalDate? deadline) =>
        (description is null ? Evidence.None : Evidence.NeedDescribed)
        | (budget is null ? Evidence.None : Evidence.Budget)
        | (deadline is null ? Evidence.None : Evidence.Date);

    internal static Budget? BudgetOf(BudgetRequest? r) => r is null ? null
        : new Budget(WithoutTrailingZeros(r.Min), WithoutTrailingZeros(r.Max), r.Currency!.ToUpperInvariant());

    /// <summary>2000.00 and 2000 are the same content. A quotient has no more decimals than its value needs.</summary>
    static decimal? WithoutTrailingZeros(decimal? amount) => amount / 1.0000000000000000000000000000m;
}
