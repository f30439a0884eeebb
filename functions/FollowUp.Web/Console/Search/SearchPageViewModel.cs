using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Console.Search;

/// <summary>One page of a search.</summary>
public sealed record SearchPageViewModel
{
    public required ConsoleVisit Visit { get; init; }

    /// <summary>The text searched for; null for all projects.</summary>
    public required string? Text { get; init; }

    /// <summary>The digest under which <see cref="RecentSearches"/> holds the text; null without one.</summary>
    public required string? SearchName { get; init; }

    public required SearchFilter Filter { get; init; }

    /// <summary>Every known provider, for the field that names one.</summary>
    public required ImmutableArray<ProviderProfile> Providers { get; init; }

    /// <summary>The staff member's saved views.</summary>
    public required ImmutableArray<SavedView> Views { get; init; }

    /// <summary>The name typed for a view that could not be saved.</summary>
    public string? ViewName { get; init; }

    /// <summary>Why it was not saved; null when none was tried.</summary>
    public LocalizedText? ViewError { get; init; }

    public required ImmutableArray<ProjectListItem> Rows { get; init; }

    /// <summary>How many projects match; null for a search by words, which does not count.</summary>
    public int? Count { get; init; }

    /// <summary>The address of the next page; null on the last one.</summary>
    public required string? NextPage { get; init; }

    /// <summary>The address of the page before; null on the first one, and for a search by words, which cannot page back.</summary>
    public string? PreviousPage { get; init; }
}
