using System.Collections.Immutable;
using FollowUp.Application.PendingDecisions;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Application.Digest;

/// <summary>What a coordinator is told in the morning.</summary>
/// <param name="Overdue">Calls that nobody made in time, the longest overdue first.</param>
/// <param name="Today">Calls due on this day, in order.</param>
/// <param name="Answers">What came from clients since the last digest, oldest first.</param>
/// <param name="Approvals">What awaits this person's yes or no, the shortest time to answer first.</param>
/// <param name="OpenProjects">All open projects in their charge.</param>
public sealed record MorningDigest(
    Staff Recipient,
    LocalDate Day,
    Instant Now,
    ImmutableArray<ProjectListItem> Overdue,
    ImmutableArray<ProjectListItem> Today,
    ImmutableArray<DigestAnswer> Answers,
    ImmutableArray<DigestApproval> Approvals,
    ImmutableArray<DigestQuestion> Questions,
    ImmutableArray<DigestStandIn> StandIns,
    int OpenProjects)
{
    public bool HasContent => !(Overdue.IsEmpty && Today.IsEmpty && Answers.IsEmpty && Approvals.IsEmpty && Questions.IsEmpty
        && StandIns.IsEmpty);
}

/// <param name="Entry">The event, and when and by whom it was recorded.</param>
public sealed record DigestAnswer(ProjectListItem Item, RecordedEvent Entry);

/// <param name="Decision">The link of the mail that asked it is the same.</param>
public sealed record DigestApproval(ProjectListItem Item, PendingDecisionDetails Decision);

public sealed record DigestQuestion(ProjectListItem Item, OpenQuestion Question, string Provider);

/// <summary>Projects of an absent colleague.</summary>
/// <param name="Until">The last day of the absence; null when it is not entered any more.</param>
public sealed record DigestStandIn(string Colleague, LocalDate? Until, int Projects);
