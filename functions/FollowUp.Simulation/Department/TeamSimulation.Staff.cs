using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Simulation.Figures;
using FollowUp.Simulation.Randomness;

namespace FollowUp.Simulation.Department;

/// <summary>What coordinators decide besides their calls, and what is counted.</summary>
sealed partial class TeamSimulation
{
    /// <summary>Between the question and the answer, staff take one to five days.</summary>
    void WaitForClosing(SimulatedProject project) => Later(
        project, OccurrenceKind.AnswerClosing,
        frame.StaffHours.NextOpen(now + (long)((1 + (4 * project.Draws.Next(Purpose.ClosingDelay, project.Mails))) * Day)), project.Mails);

    void AnswerClosing(SimulatedProject project)
    {
        if (project.State!.Stage != Stage.ApprovalAsked) return;
        var approved = project.Draws.Happens(people.Coordinators.ClosingApprovedShare, Purpose.ClosingApproval, project.Mails);
        Give(project, new Approve(approved), GetActor(project.Coordinator, project.Coordinator));
    }

    void WaitForNotice(SimulatedProject project, string provider) => Later(
        project, OccurrenceKind.AnswerNotice, frame.StaffHours.NextOpen(now + (4 * AnHour)), int.Parse(provider.AsSpan(3), CultureInfo.InvariantCulture) - 1);

    void AnswerNotice(SimulatedProject project, int number)
    {
        var provider = GetProviderId(number);
        if (project.State!.GetProviderState(provider) is not { NoticeApproval: NoticeApproval.Waiting, Notified: false }) return;
        var actor = GetActor(project.Coordinator, project.Coordinator);
        if (project.Draws.Happens(people.Coordinators.NoticeApprovedShare, Purpose.NoticeApproval, number))
        {
            Give(project, new SendGoodChances(provider), actor);
        }
        else
        {
            Give(project, new DeclineGoodChances(provider), actor);
        }
    }

    /// <summary>Reminders to staff leave only when nobody answers, so the first request alone counts.</summary>
    void CountMails(ImmutableArray<OutboxMessage> messages)
    {
        foreach (var message in messages)
        {
            if (message.To == RecipientKind.Website || message.EscalationLevel != EscalationLevel.Asked) continue;
            figures[Figure.Mails]++;
            if (message.To == RecipientKind.Client) figures[Figure.ClientMails]++;
            var at = SimulationFrame.ToSeconds(message.NotBefore);
            if (at < frame.End) figures.CountMail(frame.Clock.IndexOf(at));
        }
    }

    void CountClosing(SimulatedProject project, Project after)
    {
        if (after.Phase == Phase.Dead)
        {
            figures[Figure.Dead]++;
            figures.CountDeath(after.Outcome!.Reason!.Value);
            return;
        }

        var days = (now - project.ArrivedAt) / Day;
        figures[Figure.Won]++;
        figures.DaysToWon.Count(days);
        if (days > 365) figures[Figure.WonLate]++;
        if (project.ArrivedAt < frame.End - (365L * Day)) figures[Figure.WonEarly]++;
    }

    void CountTheEnd()
    {
        foreach (var c in coordinators) EndDay(c);
        foreach (var project in projects)
        {
            if (project?.State is not { } state) continue;
            figures[state.Phase switch
            {
                Phase.AwaitingValidation => Figure.AwaitingAtEnd,
                Phase.InFollowUp => Figure.InFollowUpAtEnd,
                _ => Figure.DormantAtEnd,
            }]++;
        }
    }
}
