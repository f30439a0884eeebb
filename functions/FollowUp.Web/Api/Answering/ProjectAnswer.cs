using System.Text.Json.Serialization;
using FollowUp.Application.People;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Web;

/// <summary>A project as the website and staff tools read it.</summary>
/// <param name="Coordinator">Who is in charge: the stand-in during an absence.</param>
/// <param name="NextAction">Null only when won or dead.</param>
/// <param name="WakeAt">When the driver next looks at it by itself; null only when won or dead.</param>
/// <param name="Timeline">Oldest first.</param>
public sealed record ProjectAnswer(
    string Id,
    int Generation,
    long Version,
    Phase Phase,
    OutcomeAnswer? Outcome,
    PersonAnswer? Coordinator,
    NextActionAnswer? NextAction,
    Instant? WakeAt,
    IReadOnlyList<TimelineAnswer> Timeline)
{
    internal static ProjectAnswer Of(ProjectView view, Language language) => new(
        view.Project.Id,
        view.Project.Generation,
        view.Project.Version,
        view.Project.Phase,
        OutcomeAnswer.Of(view.Project.Outcome),
        PersonAnswer.Of(view.InCharge),
        NextActionAnswer.Of(view.Project.Next, language),
        view.Project.WakeAt,
        [.. view.Timeline.Select(TimelineAnswer.Of)]);
}

/// <summary>How a project ended.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "result")]
[JsonDerivedType(typeof(WonAnswer), "won")]
[JsonDerivedType(typeof(DeadAnswer), "dead")]
public abstract record OutcomeAnswer
{
    internal static OutcomeAnswer? Of(Outcome? outcome) => outcome switch
    {
        null => null,
        { IsWon: true } => new WonAnswer(outcome.Provider!, outcome.Amount),
        _ => new DeadAnswer(outcome.Reason!.Value),
    };
}

/// <param name="Amount">In euros; null when it is not known.</param>
public sealed record WonAnswer(string Provider, decimal? Amount) : OutcomeAnswer;

public sealed record DeadAnswer(DeathReason Reason) : OutcomeAnswer;

public sealed record PersonAnswer(string Id, string Name)
{
    internal static PersonAnswer? Of(Staff? staff) => staff is null ? null : new PersonAnswer(staff.Id, staff.Name);
}

/// <param name="Kind"><c>call</c>, <c>mail</c>, <c>wait-for-client</c> or <c>approve</c>; in a queue also <c>answer-question</c>.</param>
/// <param name="By">A staff member's id, <c>manager</c>, <c>client</c>, or <c>time</c> when it happens by itself.</param>
/// <param name="Why">In words.</param>
public sealed record NextActionAnswer(string Kind, Instant DueAt, string By, string Why)
{
    internal static NextActionAnswer? Of(NextAction? next, Language language) => next is null ? null
        : new NextActionAnswer(Kebab.Case(next.Kind), next.DueAt, next.By, next.Why.Describe(language));
}

/// <param name="Event">The kind of event, in kebab-case.</param>
/// <param name="By">A name, or who it was in words.</param>
/// <param name="Hash">Over this entry and the hash of the one before.</param>
public sealed record TimelineAnswer(Instant At, string Event, string By, string Text, string Hash)
{
    internal static TimelineAnswer Of(TimelineLine line) => new(line.At, line.Kind, line.By, line.Text, line.Hash);
}
