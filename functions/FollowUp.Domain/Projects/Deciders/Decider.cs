using System.Diagnostics;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>
/// Decides a command on a project: events, or a refusal. It is pure: the same project, command, actor, policy and instant give the same
/// decision. <see cref="Charter"/> is checked here, so every endpoint obeys it.
/// </summary>
public static class Decider
{
    /// <summary>How long a decision can be taken back: ten minutes (product page, "Undo").</summary>
    public static readonly Duration UndoWithin = Duration.FromMinutes(10);

    /// <summary>How long a mail that a call or a verdict causes waits: two minutes (product page, "Undo").</summary>
    public static readonly Duration HoldFor = Duration.FromMinutes(2);

    /// <summary>Decides one command. A <see cref="Submit"/> of a project that exists changes nothing.</summary>
    /// <param name="project">The project; null only for <see cref="Submit"/>.</param>
    /// <param name="command">What to do.</param>
    /// <param name="actor">Who gives the command.</param>
    /// <param name="policy">Cadences, calendar and settings.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <param name="person">The client over all their projects; null when nothing is known beyond the project.</param>
    /// <returns>The events and the state after them; no events for a repeat or when nothing is due; or a refusal.</returns>
    /// <exception cref="ArgumentNullException">The project is null and the command is not <see cref="Submit"/>.</exception>
    public static Decision Decide(Project? project, Command command, Actor actor, Policy policy, Instant now, Person? person = null)
    {
        if (command is Submit submit)
        {
            return project is null ? SubmissionDecider.Decide(submit, actor, policy, now, person) : Decision.Accept(project, []);
        }

        if (project is null)
        {
            throw new ArgumentNullException(nameof(project), "Only a submission has no project before it.");
        }

        if (command is Approve approval)
        {
            command = ClosingDecider.FindDecision(project, approval) ?? command;
        }

        var isAnswerToClosing = UndoDecider.IsAnswerToClosing(project, command, actor, now);
        var refusal = (CallDecider.IsPartOfConversation(command, actor, person) ? null : Charter.GetRefusal(project, command, actor))
            ?? (isAnswerToClosing ? null : project.IsOpen ? ClosingDecider.GetRefusalWhenOpen(command) : ClosingDecider.GetRefusalWhenClosed(project, command));
        if (refusal is not null)
        {
            return Decision.Refuse(refusal);
        }

        var decision = new DecisionBuilder(project, actor, policy, now, person);
        if (isAnswerToClosing)
        {
            UndoDecider.TakeBackByAnswer(decision);
        }

        return command switch
        {
            RecordCall c => CallDecider.Decide(decision, c),

            AnswerRelaunch c => ClientDecider.Decide(decision, c),
            PickCallBack c => ClientDecider.Decide(decision, c),
            CorrectNumber => ClientDecider.CorrectNumber(decision),
            CorrectContact c => ClientDecider.CorrectContact(decision, c),
            WriteToClient c => project.Contact.MayMail ? decision.Append(new MailWritten(c.Text)).Build() : Decision.Refuse(Refusals.MailNotPossible),
            GiveInformation c => ClientDecider.AppendSignOfLife(decision, new InformationGiven(c.Text)).Build(),
            ReportReply c => ClientDecider.Decide(decision, c),
            OptOut c => PersonRightsDecider.Decide(decision, c),
            RecordConsent c => PersonRightsDecider.Decide(decision, c),
            ReportMailRefused c => PersonRightsDecider.Decide(decision, c),
            ReportMailWorks => PersonRightsDecider.ReopenMail(decision),
            Erase => PersonRightsDecider.Erase(decision),

            ReportSignal c => ClientDecider.Decide(decision, c),
            ReportProjectChange c => WebsiteChangeDecider.Decide(decision, c),
            ReportClientChange c => WebsiteChangeDecider.Decide(decision, c),
            ReportProviderAction c => ProviderDecider.Decide(decision, c),
            SendGoodChances c => ProviderDecider.Decide(decision, c),
            DeclineGoodChances c => ProviderDecider.Decide(decision, c),
            AskQuestion c => ProviderDecider.Decide(decision, c),
            AnswerQuestion c => ProviderDecider.Decide(decision, c),
            RecordProviderCall c => decision.Append(new ProviderCalled(c.Provider, c.Reached, c.Direction, c.Text, c.Visibility) { AsWritten = c.AsWritten ? true : null }).Build(),
            HandOverProvider c => ProviderDecider.Decide(decision, c),

            AddNote c => decision.Append(c.ToEvent()).Build(),
            WithdrawNote c => project.HasSharedNote(c.Note) ? decision.Append(new NoteWithdrawn(c.Note)).Build() : Decision.Refuse(Refusals.NoSuchNote),
            ShareFact c => project.WithheldFacts.Contains(c.Fact) == c.Published
                ? decision.Append(new FactShared(c.Fact, c.Published)).Build()
                : decision.Build(),
            Snooze c => SnoozeDecider.Decide(decision, c),
            Assign c => AssignmentDecider.Decide(decision, c),
            AssignByRules c => AssignmentDecider.Decide(decision, c),
            SetStandIn c => AssignmentDecider.Decide(decision, c),
            AskTakeOver c => AssignmentDecider.Decide(decision, c),
            TakeOver c => AssignmentDecider.Decide(decision, c),

            Close c => ClosingDecider.Decide(decision, c),
            Approve c => ClosingDecider.Decide(decision, c),
            Undo => UndoDecider.Decide(decision),
            CorrectLastCall c => UndoDecider.Decide(decision, c),
            Reopen c => decision.Append(new ProjectReopened(project.Generation + 1, c.Reason, policy.Current)).Build(),

            AdvanceTime => TimeDecider.Decide(decision),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }
}
