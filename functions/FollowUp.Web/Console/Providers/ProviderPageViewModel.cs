using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.ProviderFeeds;

namespace FollowUp.Web.Console.Providers;

/// <summary>One provider.</summary>
/// <param name="Projects">The projects that name it, with what it did, asked and was told on each, newest first.</param>
/// <param name="MoreProjects">Projects that are not shown.</param>
/// <param name="FeedReads">Its newest reads of the follow-up feed, and refusals, newest first.</param>
public sealed record ProviderPageViewModel(
    ConsoleVisit Visit, ProviderProfile Provider, ImmutableArray<ProviderPageProject> Projects, int MoreProjects, ImmutableArray<AuditEntry> FeedReads);

/// <summary>What a provider did, asked and was told on a project.</summary>
/// <param name="Deeds">What it did, as its own page shows it.</param>
public sealed record ProviderPageProject(string Id, ImmutableArray<TimelineLine> Lines, ImmutableArray<ProviderDeed> Deeds);
