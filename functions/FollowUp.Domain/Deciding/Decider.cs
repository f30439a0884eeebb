using NodaTime;

namespace FollowUp.Domain;

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
            return project is null ? Submission.Decide(submit, actor, policy, now) : Decision.Accept(project, []);
        }

        if (project is null)
        {
            throw new ArgumentNullException(nameof(project), "Only a submission comes before the project.");
        }

        var refusal = Charter.Refuses(project, command, actor)
            ?? (project.IsOpen ? Closing.RefusesWhenOpen(command) : Closing.RefusesWhenClosed(project, command, now));
        if (refusal is not null)
        {
            return Decision.Refuse(refusal);
        }

        var turn = new Turn(project, actor, policy, now);
        return command switch
        {
            RecordCall c => Calling.Decide(turn, c),

            AnswerRelaunch c => Answering.Decide(turn, c),
            PickCallBack c => Answering.Decide(turn, c),
            CorrectNumber => Answering.SignOfLife(turn, new NumberCorrected()).Done(),
            GiveInformation c => Answering.SignOfLife(turn, new InformationGiven(c.Text)).Done(),
            ReportReply c => Answering.Decide(turn, c),
            OptOut c => Rights.Decide(turn, c),
            ReportMailRefused c => Rights.Decide(turn, c),
            Erase => Rights.Erase(turn),

            ReportSignal c => Answering.Decide(turn, c),
            ReportProviderAction c => Providers.Decide(turn, c),
            SendGoodChances c => Providers.Decide(turn, c),
            DeclineGoodChances c => Providers.Decide(turn, c),
            AskQuestion c => Providers.Decide(turn, c),
            AnswerQuestion c => Providers.Decide(turn, c),

            AddNote c => turn.Happens(new NoteAdded(c.Text, c.Visibility)).Done(),
            ShareFact c => project.Withheld.Contains(c.Fact) == c.Published
                ? turn.Happens(new FactShared(c.Fact, c.Published)).Done()
                : turn.Done(),
            Snooze c => Snoozing.Decide(turn, c),
            Assign c => StandingIn.Decide(turn, c),
            StandIn c => StandingIn.Decide(turn, c),
            AskTakeOver c => StandingIn.Decide(turn, c),
            TakeOver c => StandingIn.Decide(turn, c),

            Close c => Closing.Decide(turn, c),
            Approve c => Closing.Decide(turn, c),
            Undo => turn.Happens(new ClosingUndone()).Done(),
            Reopen c => turn.Happens(new ProjectReopened(project.Generation + 1, c.Reason, policy.Current)).Done(),

            PassTime => Passing.Decide(turn),
            _ => throw new ArgumentException($"Nothing decides {command.GetType().Name}.", nameof(command)),
        };
    }
}
