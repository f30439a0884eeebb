using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Projects;

/// <summary>A submission that was found good: the command and the personal data that go with it.</summary>
public sealed record Submission(Submit Command, Dossier Dossier)
{
    const int SaltBytes = 16;

    /// <summary>Reads a submission from JSON, held against every rule there is; for imports.</summary>
    /// <returns>Null when <paramref name="check"/> failed.</returns>
    public static Submission? FromJson(JsonElement json, InputValidator check)
    {
        if (JsonRequestReader.Read<SubmitRequest>(json, check) is not { } request)
        {
            return null;
        }

        var submission = Of(request, check);
        ValidateTimes(request, check);
        return check.HasErrors ? null : submission;
    }

    /// <summary>Holds a submission against the rules that no clock has a part in.</summary>
    internal static Submission Of(SubmitRequest r, InputValidator check)
    {
        var client = r.Client ?? new ClientRequest();
        var type = client.Type ?? ClientType.Company;
        var budget = BudgetOf(r.Budget, check);
        var description = check.OptionalMultiLine("description", r.Description);
        var dossier = new Dossier(
            check.Id("id", r.Id),
            check.Id("client.id", client.Id),
            check.SingleLine("title", r.Title),
            description,
            check.Slug("category", r.Category),
            check.SingleLine("client.name", client.Name),
            check.OptionalSingleLine("client.company", client.Company),
            check.Email("client.email", client.Email),
            check.Phone("client.phone", client.Phone),
            ConsentOf(client.ConsentToCall, check),
            budget,
            r.Deadline,
            SubmissionDigest: "",
            Salt: "");
        var command = new Submit(
            dossier.ProjectId,
            dossier.ClientId,
            type,
            check.ParseLanguage("language", r.Language),
            dossier.Category,
            MayCall: type == ClientType.Company || dossier.ConsentToCall is not null,
            EvidenceOf(description, budget, r.Deadline),
            r.Deadline,
            r.SubmittedAt ?? check.Now,
            Coordinator: null);
        return new Submission(command, dossier with
        {
            SubmissionDigest = IdempotencyKeyHeader.Digest(IdempotencyKeyHeader.ToCanonicalJson(dossier), IdempotencyKeyHeader.ToCanonicalJson(command)),
            Salt = RandomNumberGenerator.GetHexString(2 * SaltBytes, lowercase: true),
        });
    }

    /// <summary>Holds it against the clock. A repeat of a known submission may come late, so this is asked apart.</summary>
    internal static void ValidateTimes(SubmitRequest r, InputValidator check)
    {
        check.InPast("submittedAt", r.SubmittedAt);
        check.InPast("client.consentToCall.at", r.Client?.ConsentToCall?.At);
        check.NotBeforeToday("deadline", r.Deadline);
        check.InSupportedYears("deadline", r.Deadline);
    }

    /// <summary>What the submission itself says of the project's seriousness.</summary>
    static Evidence EvidenceOf(string? description, Budget? budget, LocalDate? deadline) =>
        (description is null ? Evidence.None : Evidence.NeedDescribed)
        | (budget is null ? Evidence.None : Evidence.Budget)
        | (deadline is null ? Evidence.None : Evidence.Date);

    static Consent? ConsentOf(ConsentRequest? r, InputValidator check) => r is null ? null
        : new Consent(r.At ?? check.Now, check.MultiLine("client.consentToCall.text", r.Text));

    static Budget? BudgetOf(BudgetRequest? r, InputValidator check)
    {
        if (r is null)
        {
            return null;
        }

        if (r is { Min: null, Max: null })
        {
            check.AddError("budget", new LocalizedText("donne min, max ou les deux", "gives min, max or both"));
        }
        else if (r.Min > r.Max)
        {
            check.AddError("budget.min", new LocalizedText("ne dépasse pas max", "is not above max"));
        }

        return new Budget(
            WithoutTrailingZeros(check.Amount("budget.min", r.Min)),
            WithoutTrailingZeros(check.Amount("budget.max", r.Max)),
            check.Currency("budget.currency", r.Currency));
    }

    /// <summary>2000.00 and 2000 are the same content.</summary>
    static decimal? WithoutTrailingZeros(decimal? amount) =>
        amount is { } given ? decimal.Parse(given.ToString("G29", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null;
}
