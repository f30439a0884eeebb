using System.Collections.Frozen;
using System.Globalization;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console.Day;

/// <summary>Which projects the day page shows, and which part of it. An unknown value means no restriction.</summary>
/// <param name="Language">Only projects in this language.</param>
/// <param name="ClientType">Only projects of companies, or of private persons.</param>
/// <param name="Phase">Only projects in this phase.</param>
/// <param name="Section">Only this section, page by page; null for all sections, each with its first rows.</param>
/// <param name="PageNumber">The page of the section, from 1.</param>
public sealed record DayFilter(Language? Language, ClientType? ClientType, Phase? Phase, string? Section, int PageNumber)
{
    /// <summary>The sections whose rows need more than the index has.</summary>
    public const string Replies = "replies", Questions = "questions", Decisions = "approvals";

    /// <summary>The names of all sections.</summary>
    static readonly FrozenSet<string> Sections = ["complaints", "overdue", Replies, "today", Questions, Decisions, "news", "coming", "automatic"];

    public static DayFilter None { get; } = new(null, null, null, null, 1);

    public bool IsNarrow => Language is not null || ClientType is not null || Phase is not null;

    internal static DayFilter Read(IQueryCollection query) => new(
        query["speaks"].ToString() switch { "fr" => Domain.Text.Language.French, "en" => Domain.Text.Language.English, _ => null },
        query["client"].ToString() switch { "company" => Domain.Projects.ClientType.Company, "person" => Domain.Projects.ClientType.Person, _ => null },
        PhaseNames.Parse(query["phase"]),
        query["section"].ToString() is var section && Sections.Contains(section) ? section : null,
        int.TryParse(query["page"], out var page) && page is > 1 and < 1000 ? page : 1);

    public bool Includes(ProjectListItem row) =>
        (Language is null || row.Project.Language == Language) && (ClientType is null || row.Project.ClientType == ClientType)
        && (Phase is null || row.Project.Phase == Phase);

    /// <summary>The address of a page of a section, with the same restrictions.</summary>
    public string FormatAddress(string? staffKey, string? section, int page)
    {
        var parts = new[]
            {
                ("staff", staffKey), ("speaks", Language?.ToLanguageCode()), ("client", ClientType is { } type ? Kebab.Case(type) : null),
                ("phase", Phase is { } phase ? Kebab.Case(phase) : null), ("section", section),
                ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null),
            }
            .Where(p => p.Item2 is not null).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}");
        var text = string.Join('&', parts);
        return text.Length == 0 ? ConsoleAddresses.Day : $"{ConsoleAddresses.Day}?{text}";
    }
}
