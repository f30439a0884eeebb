using System.Collections.Immutable;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Application;

/// <summary>What a coordinator is told in the morning.</summary>
/// <param name="Overdue">Calls that nobody made in time, the longest overdue first.</param>
/// <param name="Today">Calls due on this day, in order.</param>
/// <param name="Answers">What came from clients since the last digest, oldest first.</param>
/// <param name="Approvals">What awaits this person's yes or no, the shortest time to answer first.</param>
/// <param name="Open">All open projects in their charge.</param>
public sealed record MorningDigest(
    Staff For,
    LocalDate Day,
    Instant Now,
    ImmutableArray<IndexRow> Overdue,
    ImmutableArray<IndexRow> Today,
    ImmutableArray<DigestAnswer> Answers,
    ImmutableArray<DigestApproval> Approvals,
    ImmutableArray<DigestQuestion> Questions,
    ImmutableArray<StandingIn> StandsInFor,
    int Open)
{
    public bool SaysSomething => !(Overdue.IsEmpty && Today.IsEmpty && Answers.IsEmpty && Approvals.IsEmpty && Questions.IsEmpty
        && StandsInFor.IsEmpty);
}

/// <param name="What">The event, and when and by whom it was recorded.</param>
public sealed record DigestAnswer(IndexRow Row, RecordedEvent What);

/// <param name="Asked">The link of the mail that asked it is the same.</param>
public sealed record DigestApproval(IndexRow Row, AskedQuestion Asked);

public sealed record DigestQuestion(IndexRow Row, OpenQuestion Question, string Provider);

/// <summary>Projects of an absent colleague.</summary>
/// <param name="Until">The last day of the absence; null when it is not entered any more.</param>
public sealed record StandingIn(string Colleague, LocalDate? Until, int Projects);
