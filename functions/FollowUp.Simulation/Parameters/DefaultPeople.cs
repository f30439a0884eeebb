using System.Collections.Immutable;

namespace FollowUp.Simulation.Parameters;

/// <summary>The people of a new department. <see cref="PeopleParameters.Sources"/> and <c>docs/simulator.md</c> say where each value comes from.</summary>
public static class DefaultPeople
{
    const string Oldroyd = "Oldroyd and Elkington, Lead Response Management Study, MIT and InsideSales.com 2007 (15,000 leads, 100,000 calls)";
    const string Leads360 = "Leads360: 48 % of the clients that are won are reached at the first call, 93 % by the sixth";
    const string Woodpecker = "Woodpecker, statistics of follow-up mails: the first follow-up is answered 40 % more often than the first mail, later ones less";
    const string Growbots = "Growbots: answers fall by about half from the first to the fifth follow-up, refusals fall slower";
    const string Estimate = "estimate, no published figure found: fit it from your own history";
    const string WonFigure = "set so that 33 % of the projects are won, some of them two years later: the public figure of the platform's family, as the department states it";

    /// <summary>The parameters.</summary>
    public static readonly PeopleParameters Parameters = new(
        new ArrivalParameters(
            ByMonth: [1.15, 1.05, 1.10, 1.00, 0.95, 1.00, 0.85, 0.60, 1.20, 1.15, 1.05, 0.90],
            ByWeekday: [1.15, 1.15, 1.10, 1.05, 0.95, 0.35, 0.35],
            ByHour: [0.3, 0.2, 0.1, 0.1, 0.1, 0.2, 0.5, 1.2, 3, 5, 6, 5.5, 3.5, 4, 5.5, 5.5, 5, 4.5, 3.5, 2.5, 2.3, 2.2, 1.6, 0.8]),
        new ClientParameters(
            CompanyShare: 0.6, CallConsentShare: 0.9, LaterConsentShare: 0.5, SeriousShare: 0.84, WrongNumberShare: 0.025, NumberCorrectedShare: 0.35,
            InformationMissingShare: 0.08, InformationGivenShare: 0.6),
        new PhoneParameters(
            NeverShare: 0.07,
            ByHour:
            [
                0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.34, 0.52, 0.5, 0.42, 0.32, 0.34, 0.36, 0.42, 0.48, 0.68, 0.62, 0.55, 0.48, 0.3, 0.2, 0.1, 0.1,
            ],
            ByWeekday: [0.84, 0.81, 1.15, 1.19, 1.01, 0.8, 0.6],
            AttemptFactor: 0.95, DelayHalf: 20, DelayFloor: 0.6, CallBackShare: 0.08, AppointmentKeptShare: 0.85, DoNotCallShare: 0.01),
        new MailParameters(
            RelaunchAnswers: [0.16, 0.19, 0.16, 0.13, 0.10], WarningAnswer: 0.14, LightMailAnswer: 0.05, TriedToReachAnswer: 0.14,
            AnswerHours: [0, 0.3, 0.8, 1.5, 3, 5, 9, 20, 30, 60, 140],
            OptOutShare: 0.003, Patience: 4, ImpatientFactor: 5, QuotaAnHour: 100),
        new DecisionParameters(
            PlatformShare: 0.77, ElsewhereShare: 0.11, GiveUpShare: 0.07,
            DaysToDecide: [2, 9, 16, 24, 34, 47, 65, 95, 150, 300, 800],
            ReportedShare: 0.45, ForgetAfterDays: 35, ForgottenShare: 0.3, NotNowShare: 0.1, CallMeShare: 0.1, LeaveMeAloneShare: 0.015),
        new ProviderParameters(
            CountShares: [0.07, 0.16, 0.24, 0.24, 0.17, 0.12], DaysToProposal: [0.1, 0.3, 0.6, 1, 1.5, 2.2, 3.2, 5, 8, 14, 40], QuoteShare: 0.6),
        new CoordinatorParameters(
            NewProjectsAMonth: 100, Hours: [["09:00", "12:30"], ["14:00", "18:30"]], PhoneMinutesADay: 240, MissedCallMinutes: 3, ConversationMinutes: 12,
            AbsentDaysAYear: 30, ClosingApprovedShare: 0.7, NoticeApprovedShare: 0.85),
        new Dictionary<string, string>
        {
            ["arrivals.byMonth"] = "estimate: France closes in August and starts again in September; fit it from your own history",
            ["arrivals.byWeekday"] = Estimate,
            ["arrivals.byHour"] = Estimate,
            ["clients"] = Estimate,
            ["phone.neverShare"] = Leads360,
            ["phone.byHour"] = Oldroyd + ": 16 to 17 h is 114 % better than 11 to 12 h; 8 to 10 h is the second best time; the level is set by the share that Leads360 reaches at the first call",
            ["phone.byWeekday"] = Oldroyd + ": contacts at first calls Monday 1,640, Tuesday 1,590, Wednesday 2,260, Thursday 2,340, Friday 1,980, over their mean; weekend estimated",
            ["phone.attemptFactor"] = Leads360,
            ["phone.delayHalf"] = Oldroyd + ": the sooner, the more clients are reached, and after 20 hours further calls hardly help; weaker here, since the client asked to be called",
            ["phone.delayFloor"] = "estimate, far milder than " + Oldroyd,
            ["phone.callBackShare"] = Estimate,
            ["phone.appointmentKeptShare"] = Estimate,
            ["phone.doNotCallShare"] = Estimate,
            ["mail.relaunchAnswers"] = Woodpecker + "; " + Growbots + "; the level is that of Woodpecker's experienced users, 16 % for one mail and 27 % with follow-ups, since the client posted the project",
            ["mail.warningAnswer"] = Estimate,
            ["mail.lightMailAnswer"] = Estimate,
            ["mail.triedToReachAnswer"] = Estimate,
            ["mail.answerHours"] = Estimate,
            ["mail.optOutShare"] = "estimate: a few in a thousand, as mail services report; " + Growbots,
            ["mail.patience"] = "Stripo, follow-up statistics: by the fourth follow-up unsubscribes triple",
            ["mail.impatientFactor"] = "Stripo, follow-up statistics: by the fourth follow-up unsubscribes triple and spam complaints more than triple",
            ["mail.quotaAnHour"] = "Azure Communication Services, custom domain: 100 mails an hour until it is raised",
            ["decisions.platformShare"] = WonFigure,
            ["decisions.elsewhereShare"] = Estimate,
            ["decisions.giveUpShare"] = Estimate,
            ["decisions.daysToDecide"] = WonFigure,
            ["decisions.reportedShare"] = Estimate,
            ["decisions.forgetAfterDays"] = Estimate,
            ["decisions.forgottenShare"] = Estimate,
            ["decisions.notNowShare"] = Estimate,
            ["decisions.callMeShare"] = Estimate,
            ["decisions.leaveMeAloneShare"] = Estimate,
            ["providers"] = Estimate,
            ["coordinators.newProjectsAMonth"] = "estimate: five new projects a working day, with the relaunches of some 400 open ones",
            ["coordinators.hours"] = "the call hours of companies in the default cadence",
            ["coordinators.phoneMinutesADay"] = "estimate: half of a working day of 35 hours a week",
            ["coordinators.missedCallMinutes"] = Estimate,
            ["coordinators.conversationMinutes"] = Estimate,
            ["coordinators.absentDaysAYear"] = "Code du travail, L3141-3: 25 working days of paid leave; 5 days of illness estimated",
            ["coordinators.closingApprovedShare"] = Estimate,
            ["coordinators.noticeApprovedShare"] = Estimate,
        }.ToImmutableSortedDictionary(StringComparer.Ordinal));
}
