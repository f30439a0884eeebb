using System.Collections.Immutable;
using FollowUp.Application.PendingDecisions;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Application.Digest;

/// <summary>The content of a coordinator's morning digest.</summary>
/// <param name="Recipient">The coordinator.</param>
/// <param name="Day">The day of the digest.</param>
/// <param name="Now">When it was read.</param>
/// <param name="Overdue">Overdue calls, the longest overdue first.</param>
/// <param name="Today">Calls due later on this day, ordered by time.</param>
/// <param name="Answers">Messages of clients since the last digest, oldest first.</param>
/// <param name="Decisions">Pending decisions of the coordinator, the most urgent first.</param>
/// <param name="Questions">Open questions of providers, the first due first.</param>
/// <param name="StandIns">Absent colleagues whose projects the coordinator has.</param>
/// <param name="OpenProjects">How many open projects the coordinator is in charge of.</param>
public sealed record MorningDigest(
    Staff Recipient,
    LocalDate Day,
    Instant Now,
    ImmutableArray<ProjectListItem> Overdue,
    ImmutableArray<ProjectListItem> Today,
    ImmutableArray<DigestAnswer> Answers,
    ImmutableArray<DigestDecision> Decisions,
    ImmutableArray<DigestQuestion> Questions,
    ImmutableArray<DigestStandIn> StandIns,
    int OpenProjects)
{
    /// <summary>For a manager: complaints without an answer that are new since the last digest, due within two working days, or late.</summary>
    public ImmutableArray<DigestComplaint> Complaints { get; init; } = [];

    /// <summary>There is something to tell; otherwise no digest is sent.</summary>
    public bool HasContent => !(Overdue.IsEmpty && Today.IsEmpty && Answers.IsEmpty && Decisions.IsEmpty && Questions.IsEmpty
        && StandIns.IsEmpty && Complaints.IsEmpty);
}

/// <summary>A complaint without an answer.</summary>
/// <param name="Complaint">The complaint.</param>
/// <param name="Due">The day by which the receipt promised an answer.</param>
public sealed record DigestComplaint(Complaint Complaint, LocalDate Due);

/// <summary>A message of a client.</summary>
/// <param name="Item">The project.</param>
/// <param name="Entry">The recorded event.</param>
public sealed record DigestAnswer(ProjectListItem Item, RecordedEvent Entry);

/// <summary>A pending decision of the coordinator.</summary>
/// <param name="Item">The project.</param>
/// <param name="Details">The decision; its link is that of the mail that asked for it.</param>
public sealed record DigestDecision(ProjectListItem Item, PendingDecisionDetails Details);

/// <summary>An open question of a provider.</summary>
/// <param name="Item">The project.</param>
/// <param name="Question">The question.</param>
/// <param name="Provider">The provider's name.</param>
public sealed record DigestQuestion(ProjectListItem Item, OpenQuestion Question, string Provider);

/// <summary>Projects of an absent colleague.</summary>
/// <param name="Colleague">The colleague's name.</param>
/// <param name="Until">The last day of the absence; null when it was removed.</param>
/// <param name="Projects">How many projects.</param>
public sealed record DigestStandIn(string Colleague, LocalDate? Until, int Projects);
