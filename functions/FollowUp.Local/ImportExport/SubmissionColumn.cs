using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Application.Privacy;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Web.Shared.Wording;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Local.ImportExport;

/// <summary>
/// One field of a submission, named by its path in the website API's JSON (<c>client.phone</c>): a column of the CSV and a member of the
/// JSON that projects are exported and imported by.
/// </summary>
/// <param name="Path">The path, with dots between names.</param>
/// <param name="GetValue">The value of a project; null when it has none.</param>
/// <param name="IsNumber">Whether JSON has it as a number.</param>
/// <param name="IsBoolean">Whether JSON has it as true or false.</param>
sealed record SubmissionColumn(string Path, Func<Project, Dossier, string?> GetValue, bool IsNumber = false, bool IsBoolean = false)
{
    public static ImmutableArray<SubmissionColumn> All { get; } =
    [
        new("id", (p, _) => p.Id),
        new("title", (_, d) => d.Title),
        new("description", (_, d) => d.Description),
        new("category", (_, d) => d.Category),
        new("language", (p, _) => LanguageText.Code(p.Language)),
        new("budget.min", (_, d) => FormatAmount(d.Budget?.Min), IsNumber: true),
        new("budget.max", (_, d) => FormatAmount(d.Budget?.Max), IsNumber: true),
        new("budget.currency", (_, d) => d.Budget?.Currency),
        new("deadline", (_, d) => d.Deadline is { } day ? LocalDatePattern.Iso.Format(day) : null),
        new("client.id", (_, d) => d.ClientId),
        new("client.type", (p, _) => Kebab.Case(p.ClientType)),
        new("client.name", (_, d) => d.Name),
        new("client.company", (_, d) => d.Company),
        new("client.email", (_, d) => d.Email),
        new("client.phone", (_, d) => d.Phone),
        new("client.postalCode", (_, d) => d.PostalCode),
        new("client.town", (_, d) => d.Town),
        new("client.timeZone", (_, d) => d.TimeZone),
        new("client.soleTrader", (p, _) => p.IsSoleTrader ? "true" : null, IsBoolean: true),
        new("client.consentToCall.at", (_, d) => d.ConsentToCall is { } consent ? FormatTime(consent.At) : null),
        new("client.consentToCall.text", (_, d) => d.ConsentToCall?.Text),
        new("client.consentToCall.scope", (p, d) => d.ConsentToCall is not null && p.Contact.MayRelaunchByPhone ? Kebab.Case(ConsentScope.Later) : null),
        new("submittedAt", (p, _) => FormatTime(p.SubmittedAt)),
    ];

    public static SubmissionColumn? Find(string path) => All.FirstOrDefault(c => string.Equals(c.Path, path, StringComparison.OrdinalIgnoreCase));

    /// <summary>RFC 3339, with the offset of Paris.</summary>
    public static string FormatTime(Instant at) =>
        OffsetDateTimePattern.Rfc3339.Format(new ZonedDateTime(at, WorkingCalendar.France.Zone).ToOffsetDateTime());

    public static string? FormatAmount(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture);
}
