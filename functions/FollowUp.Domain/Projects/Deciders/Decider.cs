using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>
/// Answers a command: what happens, or why not. Pure: the same project, command, policy and instant give the same answer, so
/// that any host may ask again. Who may ask is decided here too, so that every door obeys it.
/// </summary>
public static class Decider
{
    /// <summary>How long a decision that closes a project can be taken back (product page, "Undo").</summary>
    public static readonly Duration UndoWithin = Duration.FromMinutes(10);

    public static Decision Decide(Project? project, Command command, Actor actor, Policy policy, Instant now)
    {
        if (command is Submit submit)
        {
            return project is null ? SubmissionDecider.Decide(submit, actor, policy, now) : Decision.Accept(project, []);
        }

        if (project is null)
        {
            throw new ArgumentNullException(nameof(project), "Only a submission comes before the project.");
        }

        var refusal = Charter.GetRefusal(project, command, actor)
            ?? (project.IsOpen ? ClosingDecider.GetRefusalWhenOpen(command) : ClosingDecider.GetRefusalWhenClosed(project, command, now));
        if (refusal is not null)
        {
            return Decision.Refuse(refusal);
        }

        var turn = new DecisionBuilder(project, actor, policy, now);
        return command switch
        {
            RecordCall c => CallDecider.Decide(turn, c),

            AnswerRelaunch c => ClientDecider.Decide(turn, c),
            PickCallBack c => ClientDecider.Decide(turn, c),
            CorrectNumber => ClientDecider.AppendSignOfLife(turn, new NumberCorrected()).Build(),
            GiveInformation c => ClientDecider.AppendSignOfLife(turn, new InformationGiven(c.Text)).Build(),
            ReportReply c => ClientDecider.Decide(turn, c),
            OptOut c => PersonRightsDecider.Decide(turn, c),
            ReportMailRefused c => PersonRightsDecider.Decide(turn, c),
            Erase => PersonRightsDecider.Erase(turn),

            ReportSignal c => ClientDecider.Decide(turn, c),
            ReportProviderAction c => ProviderDecider.Decide(turn, c),
            SendGoodChances c => ProviderDecider.Decide(turn, c),
            DeclineGoodChances c => ProviderDecider.Decide(turn, c),
            AskQuestion c => ProviderDecider.Decide(turn, c),
            AnswerQuestion c => ProviderDecider.Decide(turn, c),

            AddNote c => turn.Append(new NoteAdded(c.Text, c.Visibility)).Build(),
            ShareFact c => project.WithheldFacts.Contains(c.Fact) == c.Published
                ? turn.Append(new FactShared(c.Fact, c.Published)).Build()
                : turn.Build(),
            Snooze c => SnoozeDecider.Decide(turn, c),
            Assign c => AssignmentDecider.Decide(turn, c),
            SetStandIn c => AssignmentDecider.Decide(turn, c),
            AskTakeOver c => AssignmentDecider.Decide(turn, c),
            TakeOver c => AssignmentDecider.Decide(turn, c),

            Close c => ClosingDecider.Decide(turn, c),
            Approve c => ClosingDecider.Decide(turn, c),
            Undo => turn.Append(new ClosingUndone()).Build(),
            Reopen c => turn.Append(new ProjectReopened(project.Generation + 1, c.Reason, policy.Current)).Build(),

            AdvanceTime => TimeDecider.Decide(turn),
            _ => throw new ArgumentException($"Nothing decides {command.GetType().Name}.", nameof(command)),
        };
    }
}
