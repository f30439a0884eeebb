using System.Collections.Immutable;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Domain.Cadences;

/// <summary>The cadence of a new department (product page, "The cadence, as data").</summary>
public static class DefaultCadence
{
    static readonly OpeningHours MailHours = OpeningHours.MondayToFriday(new DailyWindow(new LocalTime(8, 0), new LocalTime(19, 0)));

    static readonly RelaunchCadence Relaunch = new(
        Delays: [3, 7, 14, 30],
        ThenEvery: 30,
        Channels: [Channel.Mail, Channel.Mail, Channel.Phone],
        SilentBeforeWarning: 4,
        SleepAfterWarning: 14,
        MailInsteadOfCallAfter: 10);

    static readonly DormancyCadence Dormancy = new(EveryMonths: 3, AskAfterMonths: 24, ApproveWithin: 10);

    /// <summary>For companies: six attempts over ten working days, at different half-days.</summary>
    public static readonly CadenceTable Company = new(
        Calls: OpeningHours.MondayToFriday(
            new DailyWindow(new LocalTime(9, 0), new LocalTime(12, 30)),
            new DailyWindow(new LocalTime(14, 0), new LocalTime(18, 30))),
        Mails: MailHours,
        Validation: new ValidationCadence(
            FirstCallWithin: Duration.FromHours(1),
            Gaps: [1, 2, 2, 2, 2],
            MailAfter: [1, 3, 6],
            MorningAt: new LocalTime(10, 0),
            AfternoonAt: new LocalTime(15, 0),
            CloseAfter: 5,
            InformationWithin: 5),
        Relaunch,
        Dormancy,
        Cap: null,
        QuietDaysAfterDoNotCall: 0);

    /// <summary>For private persons: four attempts, within the hours and the cap of décret 2022-1313 (Code de la consommation, D223-8 and D223-9).</summary>
    public static readonly CadenceTable Person = new(
        Calls: OpeningHours.MondayToFriday(
            new DailyWindow(new LocalTime(10, 0), new LocalTime(13, 0)),
            new DailyWindow(new LocalTime(14, 0), new LocalTime(20, 0))),
        Mails: MailHours,
        Validation: new ValidationCadence(
            FirstCallWithin: Duration.FromHours(1),
            Gaps: [2, 3, 3],
            MailAfter: [1, 3, 4],
            MorningAt: new LocalTime(11, 0),
            AfternoonAt: new LocalTime(18, 0),
            CloseAfter: 5,
            InformationWithin: 5),
        Relaunch,
        Dormancy,
        Cap: new CallCap(Calls: 4, Days: 30),
        QuietDaysAfterDoNotCall: 60);

    /// <summary>
    /// Works for energy savings or renewable energy, and the adaptation of homes to age and handicap: prospecting of consumers is forbidden by phone
    /// (Code de la consommation, L223-1, al. 5) and by electronic message (loi 2025-594 of 30 June 2025).
    /// </summary>
    public static readonly ImmutableArray<string> ConsumersNotRelaunched =
    [
        "renovation-energetique", "isolation", "isolation-thermique", "fenetres", "chauffage", "chaudiere", "pompe-a-chaleur", "ventilation",
        "panneaux-solaires", "photovoltaique", "energie-renouvelable", "audit-energetique",
        "adaptation-logement", "accessibilite-logement", "monte-escalier", "douche-senior",
    ];

    /// <summary>Version 1.</summary>
    public static readonly Cadence Initial = new(Version: 1, Company, Person);

    /// <summary>
    /// What a department is set up with: <see cref="Initial"/> with limits on calls to companies, which no law sets. Eight calls in any thirty days, twice those of
    /// a private person, leave the six attempts and the relaunches of one project as they are, and bind a company with several projects. Thirty quiet days after
    /// "do not call" are half those of a private person.
    /// </summary>
    public static readonly Cadence WithCompanyLimits = Initial with
    {
        Company = Company with { Cap = new CallCap(Calls: 8, Days: 30), QuietDaysAfterDoNotCall = 30 },
    };
}
