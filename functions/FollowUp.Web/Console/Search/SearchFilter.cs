using FollowUp.Application.People;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Web.Shared;
using FollowUp.Web.Shared.FormInput;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace FollowUp.Web.Console.Search;

/// <summary>What a list of projects shows, apart from the text searched for, as it stands in addresses. Unknown names mean no restriction.</summary>
/// <param name="Phase">Only projects in this phase.</param>
/// <param name="Coordinator">Only projects of this coordinator.</param>
/// <param name="Reason">Only projects that died for this reason.</param>
/// <param name="Provider">Only projects in which this provider is named.</param>
/// <param name="From">Submitted on this day or later.</param>
/// <param name="To">Submitted on this day or earlier.</param>
/// <param name="Sort">The order.</param>
/// <param name="DateError">The text that was given for a date and is none; null without one.</param>
public sealed record SearchFilter(
    Phase? Phase, Staff? Coordinator, DeathReason? Reason, ProviderProfile? Provider, LocalDate? From, LocalDate? To, ProjectSort Sort, string? DateError)
{
    /// <summary>Whether the index alone answers, page by page. Otherwise the projects are read, filtered and sorted here.</summary>
    public bool IsIndexed => Reason is null && Provider is null && From is null && To is null && Sort == ProjectSort.Number;

    /// <summary>The parameters of an address: <c>phase</c>, <c>coordinator</c>, <c>reason</c>, <c>provider</c>, <c>from</c>, <c>to</c>, <c>sort</c>.</summary>
    /// <param name="read">Gives a parameter; null or empty without one.</param>
    /// <param name="visit">Names the coordinators.</param>
    /// <param name="providers">The known providers; one is named by its id or its name.</param>
    internal static SearchFilter Read(Func<string, string?> read, ConsoleVisit visit, IReadOnlyCollection<ProviderProfile> providers)
    {
        var (from, badFrom) = ReadDate(read("from"));
        var (to, badTo) = ReadDate(read("to"));
        return new SearchFilter(
            PhaseNames.Parse(read("phase")),
            visit.Coordinators.FindByKey(read("coordinator")),
            Kebab.TryParse<DeathReason>(read("reason"), out var reason) ? reason : null,
            read("provider") is { Length: > 0 } provider ? providers.FirstOrDefault(p => p.Id == provider) ?? providers.FindByName(provider) : null,
            from,
            to,
            Kebab.TryParse<ProjectSort>(read("sort"), out var sort) ? sort : ProjectSort.Number,
            badFrom ?? badTo);
    }

    internal static SearchFilter Read(IQueryCollection query, ConsoleVisit visit, IReadOnlyCollection<ProviderProfile> providers) =>
        Read(name => query[name], visit, providers);

    static (LocalDate? Date, string? Bad) ReadDate(string? text) =>
        string.IsNullOrWhiteSpace(text) ? (null, null)
        : FormMessages.DayPattern.Parse(text) is { Success: true, Value: var date } ? (date, null)
        : (null, text);
}
