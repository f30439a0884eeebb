using System.Text.Json.Serialization;
using FollowUp.Application.People;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Web.Api.Responses;

/// <summary>A project as the website and staff tools read it.</summary>
/// <param name="Coordinator">Who is in charge: the stand-in during an absence.</param>
/// <param name="UndoableUntil">Until when the last decision can be taken back; past, or null, when it cannot.</param>
/// <param name="NextAction">Null only when won or dead.</param>
/// <param name="WakeAt">When the driver next looks at it by itself; null only when won or dead.</param>
/// <param name="Timeline">Oldest first. After a write: the entries that it added. Else: a page of the timeline.</param>
public sealed record ProjectResponse(
    string Id,
    int Generation,
    long Version,
    Phase Phase,
    OutcomeResponse? Outcome,
    Instant? UndoableUntil,
    PersonResponse? Coordinator,
    NextActionResponse? NextAction,
    Instant? WakeAt,
    IReadOnlyList<TimelineEntryResponse> Timeline)
{
    /// <param name="forStaff">Otherwise the timeline is that of the website, without the words that it may not read (<see cref="Domain.Permissions.WebsiteReading"/>).</param>
    internal static ProjectResponse Of(ProjectView view, Language language, bool forStaff) => new(
        view.Project.Id,
        view.Project.Generation,
        view.Project.Version,
        view.Project.Phase,
        OutcomeResponse.Of(view.Project.Outcome),
        view.Project.UndoPoint?.Until,
        PersonResponse.Of(view.InCharge),
        NextActionResponse.Of(view.Project.Next, language),
        view.Project.WakeAt,
        [.. view.Timeline.Select(line => TimelineEntryResponse.Of(line, forStaff))]);
}

/// <summary>How a project ended.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "result")]
[JsonDerivedType(typeof(WonResponse), "won")]
[JsonDerivedType(typeof(DeadResponse), "dead")]
public abstract record OutcomeResponse
{
    internal static OutcomeResponse? Of(Outcome? outcome) => outcome switch
    {
        null => null,
        { IsWon: true } => new WonResponse(outcome.Provider!, outcome.Amount),
        _ => new DeadResponse(outcome.Reason!.Value),
    };
}

/// <param name="Amount">In euros; null when it is not known.</param>
public sealed record WonResponse(string Provider, decimal? Amount) : OutcomeResponse;

public sealed record DeadResponse(DeathReason Reason) : OutcomeResponse;

public sealed record PersonResponse(string Id, string Name)
{
    internal static PersonResponse? Of(Staff? staff) => staff is null ? null : new PersonResponse(staff.Id, staff.Name);
}

/// <param name="Kind"><c>call</c>, <c>mail</c>, <c>wait-for-client</c> or <c>approve</c>; in a queue also <c>missed-appointment</c>, <c>answer-question</c> and <c>read-reply</c>.</param>
/// <param name="By">A staff member's id, <c>manager</c>, <c>client</c>, or <c>time</c> when it happens by itself.</param>
/// <param name="Why">In words.</param>
public sealed record NextActionResponse(string Kind, Instant DueAt, string By, string Why)
{
    internal static NextActionResponse? Of(NextAction? next, Language language) => next is null ? null
        : new NextActionResponse(Kebab.Case(next.Kind), next.DueAt, next.By, next.Why.Describe(language));
}

/// <param name="Event">The kind of event, in kebab-case.</param>
/// <param name="By">A name, or who it was in words.</param>
/// <param name="Hash">Over this entry and the hash of the one before.</param>
public sealed record TimelineEntryResponse(Instant At, string Event, string By, string Text, string Hash)
{
    internal static TimelineEntryResponse Of(TimelineLine line, bool forStaff) => new(
        line.At, line.Kind, line.By, forStaff ? line.Text : line.DescribeForWebsite(), line.Hash);
}
