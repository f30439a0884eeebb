using System.Collections.Immutable;
using FollowUp.Application.Board;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Application.Tests.Board;

/// <summary>
/// Computes the figures of the board a second time, from the events alone and in the simplest way: one list of everything that happened, and a count of
/// it. It shares no code with facts, sums and figures.
/// </summary>
sealed class NaiveBoard(BoardPeriod period)
{
    static readonly WorkingCalendar Calendar = WorkingCalendar.France;

    readonly List<(LocalDate Day, string What)> happened = [];
    readonly List<(LocalDate Day, long Minutes)> firstCalls = [];
    readonly List<(LocalDate Day, int Attempt)> reached = [];
    readonly List<(LocalDate Day, decimal? Amount)> won = [];
    readonly List<(LocalDate Day, string Step, string Channel, bool Answer)> relaunches = [];
    readonly List<(LocalDate Day, string By, int Hour, bool Reached)> calls = [];
    readonly List<(string Phase, LocalDate Since)> open = [];
    readonly List<string> waiting = [];

    public void Read(ImmutableArray<RecordedEvent> timeline, Project now)
    {
        var closedAt = FindWhatHappenedWhileClosed(timeline);
        var submitted = (ProjectSubmitted)timeline[0].Event;
        var hours = DefaultCadence.Initial.For(submitted.ClientType).Calls;
        var (phase, since) = ("awaiting-validation", timeline[0].At);
        var (attempts, isReached, isCalled, silent, evidence, validated) = (0, false, false, 0, submitted.Evidence.HasFlag(Evidence.PhoneReached), false);
        (string Step, string Channel, LocalDate Day)? asked = null;
        string? coordinator = null, standIn = null;
        var isNumberWrong = false;
        foreach (var recorded in UndoneEvents.Remove([.. timeline.Where(e => e.Event is not NoteWithdrawn)]))
        {
            var day = Calendar.DateOf(recorded.At);
            var wasClosed = closedAt.Contains(recorded.Seq);
            var isSignOfLife = !wasClosed && recorded.Event is ClientAnswered or ClientSignalled or ClientReplied or ClientReached or InformationGiven or ProjectReopened
                || (recorded.Event is NumberCorrected && recorded.Role is not (Role.Coordinator or Role.Manager));
            var isOurCall = recorded.Event is ClientReached { Direction: CallDirection.Outbound };
            if (isSignOfLife && !wasClosed && !isOurCall && asked is { } answered)
            {
                relaunches.Add((answered.Day, answered.Step, answered.Channel, true));
            }

            switch (recorded.Event)
            {
                case ProjectSubmitted:
                    happened.Add((day, "submitted"));
                    break;
                case CoordinatorAssigned e:
                    (coordinator, standIn) = (e.Coordinator, null);
                    break;
                case StandInStarted e:
                    standIn = e.Staff;
                    break;
                case StandInEnded:
                    standIn = null;
                    break;
                case CallMissed e:
                    Call(recorded, day, e.At, reachedClient: false, e.CountedElsewhere is true);
                    attempts += e is { Attempt: > 0, SameHalfDay: false } ? 1 : 0;
                    if (e is { Relaunch: > 0, SameHalfDay: false })
                    {
                        Relaunched(e.Warning ? "warning" : $"{e.Relaunch}", "phone", day);
                        silent++;
                    }

                    break;
                case ClientReached e:
                    evidence = true;
                    if (!isOurCall) break;
                    Call(recorded, day, e.At, reachedClient: true, e.CountedElsewhere is true);
                    if (phase == "awaiting-validation" && !wasClosed && !isReached)
                    {
                        reached.Add((day, attempts + 1));
                        isReached = true;
                    }

                    if (phase is "in-follow-up" or "dormant" && !wasClosed)
                    {
                        relaunches.Add((day, $"{silent + 1}", "phone", false));
                        relaunches.Add((day, $"{silent + 1}", "phone", true));
                    }

                    break;
                case RelaunchMailed e:
                    Relaunched(e.Kind == RelaunchKind.Warning ? "warning" : $"{e.Number}", "mail", day);
                    silent++;
                    break;
                case RelaunchSkipped:
                    silent++;
                    break;
                case LightMailSent:
                    Relaunched("quarter", "mail", day);
                    break;
                case CallOverdue:
                    happened.Add((day, $"overdue {standIn ?? coordinator ?? "manager"}"));
                    break;
                case ChannelClosed { Channel: Channel.Mail, By: ChannelClosedBy.Bounce }:
                    happened.Add((day, "refused bounce"));
                    break;
                case ChannelClosed { Channel: Channel.Mail, By: ChannelClosedBy.Complaint }:
                    happened.Add((day, "refused complaint"));
                    break;
                case ProjectValidated:
                    happened.Add((day, evidence ? "ended reached validated" : "ended missed validated"));
                    validated = true;
                    silent = 0;
                    MoveTo("in-follow-up", recorded.At);
                    break;
                case WentDormant:
                    MoveTo("dormant", recorded.At);
                    break;
                case Woke:
                    MoveTo("in-follow-up", recorded.At);
                    break;
                case ProjectClosed e:
                    var reason = e.Outcome.Reason is { } why ? Names[(int)why] : "won";
                    if (phase == "awaiting-validation") happened.Add((day, $"ended {(evidence ? "reached" : "missed")} {reason}"));
                    if (e.Outcome.IsWon) won.Add((day, e.Outcome.Amount));
                    else happened.Add((day, $"dead {reason}"));
                    MoveTo(e.Outcome.IsWon ? "won" : "dead", recorded.At);
                    asked = null;
                    break;
                case ProjectReopened:
                    MoveTo(validated ? "in-follow-up" : "awaiting-validation", recorded.At);
                    (attempts, isReached, asked) = (0, false, null);
                    break;
                case SnoozeEnded:
                    silent = 0;
                    break;
            }

            if (isSignOfLife) (asked, silent) = (null, 0);

            // A right number instead of a wrong one starts the cycle again without a sign of life: its relaunches are counted again.
            var bringsNumber = recorded.Event is NumberCorrected || (recorded.Event is ClientChanged change && change.Fields.HasFlag(ChangedFields.Phone));
            if (isNumberWrong && bringsNumber) silent = 0;
            isNumberWrong = recorded.Event is NumberFoundWrong || (isNumberWrong && !bringsNumber && !isOurCall);

            void MoveTo(string next, Instant at)
            {
                if (phase != next) (phase, since) = (next, at);
            }
        }

        if (phase is not ("won" or "dead")) open.Add((phase, Calendar.DateOf(since)));
        var responsible = standIn ?? coordinator ?? "manager";
        if (now.ReplyWaitsSince is not null) waiting.Add(responsible);
        waiting.AddRange(now.OpenQuestions.Select(_ => responsible));

        void Relaunched(string step, string channel, LocalDate day)
        {
            relaunches.Add((day, step, channel, false));
            asked = (step, channel, day);
        }

        void Call(RecordedEvent recorded, LocalDate day, Instant at, bool reachedClient, bool isElsewhere)
        {
            if (!isElsewhere) calls.Add((day, recorded.By, at.InZone(Calendar.Zone).Hour, reachedClient));
            if (!isCalled) firstCalls.Add((day, (long)Calendar.OpenTimeBetween(submitted.SubmittedAt, at, hours).TotalMinutes));
            isCalled = true;
        }
    }

    public PeriodFigures Count()
    {
        var minutes = firstCalls.Where(c => In(c.Day)).Select(c => c.Minutes).Order().ToList();
        var attempts = reached.Where(r => In(r.Day)).Select(r => r.Attempt).ToList();
        var inPeriod = happened.Where(h => In(h.Day)).ToList();
        var ended = inPeriod.Where(h => h.What.StartsWith("ended ", StringComparison.Ordinal)).Select(h => h.What.Split(' ')).ToList();
        var sold = won.Where(w => In(w.Day)).ToList();
        return new PeriodFigures(
            inPeriod.Count(h => h.What == "submitted"),
            new FirstCallFigures(
                minutes.Count, minutes.Count(m => m <= 60), minutes.Count == 0 ? null : minutes[((minutes.Count + 1) / 2) - 1],
                minutes.Count == 0 ? null : minutes[(int)Math.Ceiling(minutes.Count * 0.9) - 1]),
            [.. Enumerable.Range(1, attempts.DefaultIfEmpty(0).Max()).Select(number => attempts.Count(a => a == number))],
            new ValidationFigures(
                ended.Count, ended.Count(e => e[1] == "reached"), ended.Count(e => e[2] == "validated"), Tally(ended.Select(e => e[2]).Where(e => e != "validated"))),
            sold.Count, sold.Count(w => w.Amount is not null), sold.Sum(w => w.Amount ?? 0),
            Tally(Parts(inPeriod, "dead")),
            [
                .. relaunches.Where(r => In(r.Day)).GroupBy(r => (r.Step, r.Channel))
                    .Select(g => new RelaunchFigures(g.Key.Step, g.Key.Channel, g.Count(r => !r.Answer), g.Count(r => r.Answer)))
                    .OrderBy(r => r.Step switch { "warning" => 1000, "quarter" => 1001, var number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) })
                    .ThenBy(r => r.Channel),
            ],
            Tally(Parts(inPeriod, "refused")),
            [
                .. calls.Where(c => In(c.Day)).GroupBy(c => (c.By, c.Hour)).Select(g => new CallFigures(g.Key.By, g.Key.Hour, g.Count(), g.Count(c => c.Reached)))
                    .OrderBy(c => c.Coordinator, StringComparer.Ordinal).ThenBy(c => c.Hour),
            ],
            Tally(Parts(inPeriod, "overdue")),
            [
                .. Enumerable.Range(0, period.Days).Select(i => period.From.PlusDays(i)).Select(day => new DayFigures(
                    day,
                    inPeriod.Count(h => h.Day == day && h.What == "submitted"),
                    inPeriod.Count(h => h.Day == day && h.What.EndsWith(" validated", StringComparison.Ordinal)),
                    sold.Count(w => w.Day == day),
                    inPeriod.Count(h => h.Day == day && h.What.StartsWith("dead ", StringComparison.Ordinal)))),
            ]);
    }

    /// <summary>Open projects by phase, and the sum of the days that they are in it, on a day.</summary>
    public IEnumerable<(string Phase, int Count, int Oldest)> CountOpen(LocalDate today) => open.GroupBy(o => o.Phase)
        .Select(g => (g.Key, g.Count(), g.Max(o => Period.DaysBetween(o.Since, today)))).OrderBy(o => o.Key, StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, int> CountWaiting() => Tally(waiting);

    static readonly string[] Names =
    [
        "not-serious", "duplicate", "unreachable", "no-sign-of-life", "abandoned", "chose-elsewhere", "suspected-bypass", "refused-contact", "erased",
    ];

    bool In(LocalDate day) => period.From <= day && day <= period.To;

    static IEnumerable<string> Parts(IEnumerable<(LocalDate Day, string What)> happened, string first) =>
        happened.Where(h => h.What.StartsWith(first + " ", StringComparison.Ordinal)).Select(h => h.What[(first.Length + 1)..]);

    static ImmutableSortedDictionary<string, int> Tally(IEnumerable<string> names) =>
        names.GroupBy(name => name).ToImmutableSortedDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    /// <summary>What was recorded while the project was closed is no answer to a relaunch, even when the closing was taken back later.</summary>
    static HashSet<long> FindWhatHappenedWhileClosed(ImmutableArray<RecordedEvent> timeline)
    {
        var (found, isClosed) = (new HashSet<long>(), false);
        foreach (var recorded in timeline)
        {
            if (isClosed && recorded.Event is not ProjectReopened) found.Add(recorded.Seq);
            isClosed = recorded.Event switch
            {
                ProjectClosed => true,
                ClosingUndone or ProjectReopened => false,
                DecisionUndone => Evolution.Fold(timeline.TakeWhile(e => e.Seq <= recorded.Seq)) is { IsOpen: false },
                _ => isClosed,
            };
        }

        return found;
    }
}
