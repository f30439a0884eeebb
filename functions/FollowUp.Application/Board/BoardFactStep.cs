using FollowUp.Application.Serialization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Application.Board;

/// <summary>The facts of one event.</summary>
/// <param name="Before">The project before it; null for the submission.</param>
/// <param name="Recorded">The event.</param>
/// <param name="After">The project after it.</param>
/// <param name="Policy">Calendar and cadences.</param>
readonly record struct BoardFactStep(Project? Before, RecordedEvent Recorded, Project After, Policy Policy)
{
    WorkingCalendar Calendar => Policy.Calendar;

    LocalDate Today => Calendar.DateOf(Recorded.At);

    /// <summary>A fact of this event.</summary>
    public BoardFact Create(BoardCell cell, int count = 1, long cents = 0) => new(Recorded.Seq, Today, cell, count, cents);

    /// <summary>What the event itself counts for.</summary>
    public IEnumerable<BoardFact> CreateEventFacts()
    {
        if (Before is null)
        {
            return [Create(new BoardCell(BoardFactKind.Submitted, Today))];
        }

        var facts = Recorded.Event switch
        {
            CallMissed e => CreateMissedCallFacts(e),
            ClientReached { Direction: CallDirection.Outbound } e => CreateConversationFacts(e),
            ProjectValidated => [CreateValidationEnded(BoardCodes.Validated)],
            ProjectClosed e => CreateClosingFacts(e),
            RelaunchMailed e => [CreateRelaunch(BoardFactKind.Relaunch, UnansweredRelaunch.FormatStep(e.Number, e.Kind == RelaunchKind.Warning), Channel.Mail, Today)],
            LightMailSent => [CreateRelaunch(BoardFactKind.Relaunch, UnansweredRelaunch.Quarter, Channel.Mail, Today)],
            CallOverdue => [Create(new BoardCell(BoardFactKind.Overdue, Today, Before.Responsible))],
            ChannelClosed { Channel: Channel.Mail, By: ChannelClosedBy.Bounce or ChannelClosedBy.Complaint } e =>
                [Create(new BoardCell(BoardFactKind.MailRefused, Today, Code: Kebab.Case(e.By)))],
            _ => Enumerable.Empty<BoardFact>(),
        };
        return CreateAnswer() is { } answer ? facts.Append(answer) : facts;
    }

    /// <summary>What the project counts for while it is as it is: added here, taken back by the event that changes it.</summary>
    public IEnumerable<BoardFact> CreateStateFacts()
    {
        var step = this;
        return FindStateCells(After).Select(cell => step.Create(cell)).Concat(FindStateCells(Before).Select(cell => step.Create(cell, -1)));
    }

    IEnumerable<BoardFact> CreateMissedCallFacts(CallMissed e)
    {
        foreach (var fact in CreateCallFacts(e.At, BoardCodes.Missed, e.CountedElsewhere is true))
        {
            yield return fact;
        }

        if (e is { Relaunch: > 0, SameHalfDay: false })
        {
            yield return CreateRelaunch(BoardFactKind.Relaunch, UnansweredRelaunch.FormatStep(e.Relaunch, e.Warning), Channel.Phone, Today);
        }
    }

    /// <summary>A call in follow-up that reaches the client is a relaunch by phone that is answered at once.</summary>
    IEnumerable<BoardFact> CreateConversationFacts(ClientReached e)
    {
        foreach (var fact in CreateCallFacts(e.At, BoardCodes.Reached, e.CountedElsewhere is true))
        {
            yield return fact;
        }

        if (Before!.Phase == Phase.AwaitingValidation && !Before.Figures!.Reached)
        {
            yield return Create(new BoardCell(BoardFactKind.Reached, Today, Recorded.By, Value: Before.Figures.Attempts + 1));
        }

        if (Before.Phase is Phase.InFollowUp or Phase.Dormant)
        {
            var number = UnansweredRelaunch.FormatStep(Before.Cycle.UnansweredContacts + 1, isWarning: false);
            yield return CreateRelaunch(BoardFactKind.Relaunch, number, Channel.Phone, Today);
            yield return CreateRelaunch(BoardFactKind.RelaunchAnswered, number, Channel.Phone, Today);
        }
    }

    /// <param name="isCountedElsewhere">Whether the conversation counts as a call on another project of the person.</param>
    IEnumerable<BoardFact> CreateCallFacts(Instant at, string code, bool isCountedElsewhere)
    {
        if (!isCountedElsewhere)
        {
            yield return Create(new BoardCell(BoardFactKind.Call, Today, Recorded.By, Code: code, Hour: Calendar.ToLocal(at).Hour));
        }

        if (!Before!.Figures!.Called)
        {
            var hours = Policy.TableFor(Before).Calls;
            var minutes = (long)Calendar.OpenTimeBetween(Before.SubmittedAt, at, hours).TotalMinutes;
            yield return Create(new BoardCell(BoardFactKind.FirstCall, Today, Recorded.By, Value: minutes));
        }
    }

    IEnumerable<BoardFact> CreateClosingFacts(ProjectClosed e)
    {
        var code = e.Outcome.Reason is { } reason ? Kebab.Case(reason) : BoardCodes.Won;
        if (Before!.Phase == Phase.AwaitingValidation)
        {
            yield return CreateValidationEnded(code);
        }

        yield return Create(
            new BoardCell(BoardFactKind.Closed, Today, Before.Coordinator ?? "", Kebab.Case(Before.Phase), code, Value: e.Outcome.Amount is null ? 0 : 1),
            cents: (long)((e.Outcome.Amount ?? 0) * 100));
    }

    BoardFact CreateValidationEnded(string code) => Create(new BoardCell(
        BoardFactKind.ValidationEnded, Today, Before!.Coordinator ?? "", After.Evidence.HasFlag(Evidence.PhoneReached) ? BoardCodes.Reached : BoardCodes.Missed, code));

    /// <summary>The answer to the newest relaunch, on the day of the relaunch.</summary>
    BoardFact? CreateAnswer() =>
        Before!.Figures!.Relaunch is { } relaunch && After.LastSignOfLifeVersion == Recorded.Seq && Recorded.Event is not ClientReached { Direction: CallDirection.Outbound }
            ? CreateRelaunch(BoardFactKind.RelaunchAnswered, relaunch.Step, relaunch.Channel, Calendar.DateOf(relaunch.At))
            : null;

    BoardFact CreateRelaunch(BoardFactKind kind, string step, Channel channel, LocalDate day) => Create(new BoardCell(kind, day, Step: step, Code: Kebab.Case(channel)));

    IEnumerable<BoardCell> FindStateCells(Project? project)
    {
        if (project?.Figures is not { } figures)
        {
            yield break;
        }

        if (project.IsOpen)
        {
            yield return new BoardCell(BoardFactKind.Open, Calendar.DateOf(figures.PhaseSince), Code: Kebab.Case(project.Phase));
        }

        if (project.ReplyWaitsSince is not null)
        {
            yield return new BoardCell(BoardFactKind.Waiting, BoardCell.NoDay, project.Responsible, Code: BoardCodes.Reply);
        }

        foreach (var _ in project.OpenQuestions)
        {
            yield return new BoardCell(BoardFactKind.Waiting, BoardCell.NoDay, project.Responsible, Code: BoardCodes.Question);
        }
    }
}
