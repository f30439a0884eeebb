using System.Collections.Immutable;
using CsCheck;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Tests.Calendars;
using NodaTime;

namespace FollowUp.Domain.Tests.Cadences;

/// <summary>Generates cadences that the validator accepts.</summary>
static class ValidCadences
{
    static readonly Gen<ImmutableArray<int>> Gaps = Gen.Int[1, 30].Array[0, 11].Select(g => g.ToImmutableArray());

    static readonly Gen<RelaunchCadence> Relaunches =
        from delays in Gen.Int[1, 365].Array[1, 12]
        from every in Gen.Int[1, 365]
        from channels in Gen.Int[0, 1].Array[1, 12]
        from silent in Gen.Int[1, 24]
        from sleep in Gen.Int[1, 365]
        from instead in Gen.Int[1, 60]
        select new RelaunchCadence([.. delays], every, [.. channels.Select(c => (Channel)c)], silent, sleep, instead);

    static readonly Gen<DormancyCadence> Dormancies =
        from every in Gen.Int[1, 12]
        from ask in Gen.Int[every, 60]
        from approve in Gen.Int[1, Math.Min(every * 15, 60)]
        select new DormancyCadence(every, ask, approve);

    public static readonly Gen<FollowUp.Domain.Cadences.Cadence> Any = Gen.Select(Table(false), Table(true), (company, person) => new FollowUp.Domain.Cadences.Cadence(1, company, person));

    static Gen<CadenceTable> Table(bool person) =>
        from gaps in Gaps
        from mails in Gen.Int[0, 1].Array[gaps.Length]
        from first in Gen.Int[1, 2400]
        from close in Gen.Int[1, 60]
        from wait in Gen.Int[1, 60]
        from hours in Gen.Int[0, 2]
        from relaunch in Relaunches
        from dormancy in Dormancies
        from cap in Gen.Int[1, 4]
        from days in Gen.Int[30, 90]
        from quiet in Gen.Int[60, 365]
        select new CadenceTable(
            Calls(person, hours), Paris.Mails,
            new ValidationCadence(
                Duration.FromMinutes(first), gaps, [.. Enumerable.Range(1, gaps.Length).Where(i => mails[i - 1] == 1), gaps.Length + 1],
                new LocalTime(10, 30), new LocalTime(16, 0), close, wait),
            relaunch, dormancy, person || hours == 1 ? new CallCap(cap, days) : null, person ? quiet : hours * 30);

    static OpeningHours Calls(bool person, int which) => (person, which) switch
    {
        (true, 0) => Paris.PersonCalls,
        (false, 0) => Paris.CompanyCalls,
        (_, 1) => OpeningHours.MondayToFriday(Paris.Window("10:00", "11:00")),
        _ => new OpeningHours([IsoDayOfWeek.Tuesday], [Paris.Window("10:15", "10:45"), Paris.Window("15:00", "18:00")]),
    };

    /// <summary>The shortest valid cadence: one attempt, one relaunch, one quarter.</summary>
    public static readonly FollowUp.Domain.Cadences.Cadence Shortest = new(1, Shortened(DefaultCadence.Company), Shortened(DefaultCadence.Person));

    static CadenceTable Shortened(CadenceTable table) => table with
    {
        Validation = table.Validation with { FirstCallWithin = Duration.FromMinutes(1), Gaps = [], MailAfter = [1], CloseAfter = 1, InformationWithin = 1 },
        Relaunch = new RelaunchCadence([1], 1, [Channel.Phone], SilentBeforeWarning: 1, SleepAfterWarning: 1, MailInsteadOfCallAfter: 1),
        Dormancy = new DormancyCadence(1, 1, 1),
        Cap = new CallCap(1, 90),
    };
}
