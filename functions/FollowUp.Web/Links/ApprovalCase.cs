using FollowUp.Application;
using FollowUp.Domain;
using NodaTime;

namespace FollowUp.Web;

/// <summary>What the page of an approval link shows.</summary>
/// <param name="Staff">Whom the question was sent to.</param>
/// <param name="Spent">The receipt of the decision that used the link up.</param>
public sealed record ApprovalCase(
    Link Link, string Token, ProjectView View, Staff Staff, LinkState State, Receipt? Spent, Language Language, Instant Now,
    WorkingCalendar Calendar)
{
    public FormEcho Echo { get; init; } = FormEcho.Empty;

    public DayWords Days => new(Calendar, Language, Now);

    /// <summary>The line of the timeline by which the question was settled; null while it stands.</summary>
    public TimelineLine? Settled => View.Timeline.FirstOrDefault(
        l => l.Seq > Link.Step && l.Event is (ProjectClosed or ApprovalDeclined or ApprovalLapsed or Woke));
}
