using System.Globalization;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.FormInput;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace FollowUp.Web.Console.Audit;

/// <summary>What a manager wants to see of the audit log. Members of staff are named by their key, so that no mail address stands in an address.</summary>
/// <param name="Category">Null for all.</param>
/// <param name="Staff">Who acted; null for everybody.</param>
/// <param name="From">The first day; null for the oldest.</param>
/// <param name="To">The last day; null for today.</param>
/// <param name="Project">A project's id; null for all entries.</param>
/// <param name="Page">From 0.</param>
public sealed record AuditFilter(AuditCategory? Category, Staff? Staff, LocalDate? From, LocalDate? To, string? Project, int Page)
{
    /// <summary>Who acted without being a staff member (<see cref="AuditActors"/>); null for everybody.</summary>
    public string? Actor { get; init; }

    static readonly LocalizedText MustBeDay = new("« Du » et « au » sont des jours, comme 2026-11-23 ; ce qui n’en est pas un n’a rien filtré.", "“From” and “to” are days, as 2026-11-23; what is none has filtered nothing.");

    static readonly LocalizedText MustFollow = new("« Au » vient avant « du » : aucune ligne ne peut convenir.", "“To” is before “from”: no line can match.");

    /// <summary>What is wrong with the days of an address; null when nothing is.</summary>
    public static LocalizedText? FindError(IQueryCollection query) => (query["from"].ToString(), query["to"].ToString()) switch
    {
        var (from, to) when (from.Length > 0 && ParseDay(from) is null) || (to.Length > 0 && ParseDay(to) is null) => MustBeDay,
        var (from, to) when ParseDay(from) > ParseDay(to) => MustFollow,
        _ => null,
    };

    /// <summary>Reads the query of an address. What cannot be read filters nothing.</summary>
    public static AuditFilter Parse(IQueryCollection query, ConsoleVisit visit) => new(
        Kebab.TryParse<AuditCategory>(query["category"], out var category) ? category : null,
        visit.AllStaff.FindByKey(query["person"]),
        ParseDay(query["from"]),
        ParseDay(query["to"]),
        query["project"].ToString().Trim() is { Length: > 0 and <= 64 } project ? project : null,
        int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Min(page, 100_000) : 0)
    {
        Actor = AuditText.Actor(query["person"].ToString()) is null ? null : query["person"].ToString(),
    };

    public bool Includes(AuditEntry entry, WorkingCalendar calendar)
    {
        var day = calendar.DateOf(entry.At);
        return (Category is null || AuditText.GetCategory(entry) == Category)
            && (Staff is null || entry.By == Staff.Id)
            && (Actor is null || entry.By == Actor)
            && (From is null || day >= From)
            && (To is null || day <= To);
    }

    /// <summary>The same filter as the query of an address.</summary>
    public string ToQuery(int page) => QueryString.Create(new Dictionary<string, string?>
    {
        ["category"] = Category is { } category ? Kebab.Case(category) : null,
        ["person"] = Staff?.Key() ?? Actor,
        ["from"] = From is { } from ? FormMessages.DayPattern.Format(from) : null,
        ["to"] = To is { } to ? FormMessages.DayPattern.Format(to) : null,
        ["project"] = Project,
        ["page"] = page == 0 ? null : page.ToString(CultureInfo.InvariantCulture),
    }.Where(parameter => parameter.Value is not null)).ToString();

    static LocalDate? ParseDay(string? text) => text is { Length: > 0 } && FormMessages.DayPattern.Parse(text) is { Success: true, Value: var day } ? day : null;
}
