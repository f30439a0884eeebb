using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Persons;
using FollowUp.Web.Shared.Wording;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Local.ImportExport;

/// <summary>
/// One field of a submission, named by its path in the website API's JSON (<c>client.phone</c>): a column of the CSV and a member of the
/// JSON that projects are exported and imported by.
/// </summary>
/// <param name="Path">The path, with dots between names.</param>
/// <param name="GetValue">The value of a stored submission; null when it has none.</param>
/// <param name="IsNumber">Whether JSON has it as a number.</param>
/// <param name="IsBoolean">Whether JSON has it as true or false.</param>
sealed record SubmissionColumn(string Path, Func<StoredSubmission, string?> GetValue, bool IsNumber = false, bool IsBoolean = false)
{
    public static ImmutableArray<SubmissionColumn> All { get; } =
    [
        new("id", s => s.Project.Id),
        new("title", s => s.Dossier.Title),
        new("description", s => s.Dossier.Description),
        new("category", s => s.Dossier.Category),
        new("language", s => LanguageText.Code(s.Project.Language)),
        new("budget.min", s => FormatAmount(s.Dossier.Budget?.Min), IsNumber: true),
        new("budget.max", s => FormatAmount(s.Dossier.Budget?.Max), IsNumber: true),
        new("budget.currency", s => s.Dossier.Budget?.Currency),
        new("deadline", s => s.Dossier.Deadline is { } day ? LocalDatePattern.Iso.Format(day) : null),
        new("client.id", s => s.Dossier.ClientId),
        new("client.type", s => Kebab.Case(s.Project.ClientType)),
        new("client.name", s => s.Dossier.Name),
        new("client.company", s => s.Dossier.Company),
        new("client.email", s => s.Dossier.Email),
        new("client.phone", s => s.Dossier.Phone),
        new("client.postalCode", s => s.Dossier.PostalCode),
        new("client.town", s => s.Dossier.Town),
        new("client.timeZone", s => s.Dossier.TimeZone),
        new("client.soleTrader", s => s.Project.IsSoleTrader ? "true" : null, IsBoolean: true),
        new("client.consentToCall.at", s => s.Dossier.ConsentToCall is { } consent ? FormatTime(consent.At) : null),
        new("client.consentToCall.text", s => s.Dossier.ConsentToCall?.Text),
        new("client.consentToCall.scope", s => s.Dossier.ConsentToCall is not null && s.Project.Contact.MayRelaunchByPhone ? Kebab.Case(ConsentScope.Later) : null),
        new("client.consentToCall.source", s => s.Consent?.Source),
        new("client.consentToCall.version", s => s.Consent?.Version),
        new("submittedAt", s => FormatTime(s.Project.SubmittedAt)),
    ];

    public static SubmissionColumn? Find(string path) => All.FirstOrDefault(c => string.Equals(c.Path, path, StringComparison.OrdinalIgnoreCase));

    /// <summary>RFC 3339, with the offset of Paris.</summary>
    public static string FormatTime(Instant at) =>
        OffsetDateTimePattern.Rfc3339.Format(new ZonedDateTime(at, WorkingCalendar.France.Zone).ToOffsetDateTime());

    public static string? FormatAmount(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture);
}
