using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;

namespace FollowUp.Web.Console.Search;

/// <summary>One page of a search.</summary>
public sealed record SearchPageViewModel
{
    public required ConsoleVisit Visit { get; init; }

    /// <summary>The text searched for; null for all projects.</summary>
    public required string? Text { get; init; }

    public required Phase? Phase { get; init; }

    public required Staff? Coordinator { get; init; }

    /// <summary>The projects found, by id.</summary>
    public required ImmutableArray<ProjectListItem> Rows { get; init; }

    /// <summary>The address of the next page; null on the last one.</summary>
    public required string? NextPage { get; init; }
}
