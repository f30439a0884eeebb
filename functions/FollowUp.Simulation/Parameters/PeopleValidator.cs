using System.Collections.Immutable;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Simulation.Parameters;

/// <summary>The rules for parameters: shares lie between 0 and 1, lists have their lengths, quantiles rise, and the department can work.</summary>
sealed class PeopleValidator
{
    static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    readonly ImmutableArray<PeopleProblem>.Builder problems = ImmutableArray.CreateBuilder<PeopleProblem>();

    public static ImmutableArray<PeopleProblem> Validate(PeopleParameters p)
    {
        var validator = new PeopleValidator();
        validator.CheckArrivals(p.Arrivals);
        validator.CheckClients(p.Clients);
        validator.CheckPhone(p.Phone);
        validator.CheckMail(p.Mail);
        validator.CheckDecisions(p.Decisions);
        validator.CheckProviders(p.Providers);
        validator.CheckCoordinators(p.Coordinators);
        return validator.problems.ToImmutable();
    }

    /// <summary>The working hours of coordinators; null when they are no windows in order.</summary>
    public static OpeningHours? ReadHours(ImmutableArray<ImmutableArray<string>> windows)
    {
        try
        {
            return OpeningHours.MondayToFriday([.. windows.Select(w => w.Length == 2
                ? new DailyWindow(ReadTime(w[0]), ReadTime(w[1]))
                : throw new ArgumentException("A window has a beginning and an end."))]);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    static LocalTime ReadTime(string text) =>
        TimePattern.Parse(text) is { Success: true, Value: var time } ? time : throw new ArgumentException($"{text} is no time.");

    void CheckArrivals(ArrivalParameters a)
    {
        CheckWeights("arrivals.byMonth", a.ByMonth, 12);
        CheckWeights("arrivals.byWeekday", a.ByWeekday, 7);
        CheckWeights("arrivals.byHour", a.ByHour, 24);
    }

    void CheckClients(ClientParameters c)
    {
        CheckShare("clients.companyShare", c.CompanyShare);
        CheckShare("clients.callConsentShare", c.CallConsentShare);
        CheckShare("clients.laterConsentShare", c.LaterConsentShare);
        CheckShare("clients.seriousShare", c.SeriousShare);
        CheckShare("clients.wrongNumberShare", c.WrongNumberShare);
        CheckShare("clients.numberCorrectedShare", c.NumberCorrectedShare);
        CheckShare("clients.informationMissingShare", c.InformationMissingShare);
        CheckShare("clients.informationGivenShare", c.InformationGivenShare);
    }

    void CheckPhone(PhoneParameters p)
    {
        CheckShare("phone.neverShare", p.NeverShare);
        CheckLength("phone.byHour", p.ByHour, 24);
        CheckShares("phone.byHour", p.ByHour);
        CheckWeights("phone.byWeekday", p.ByWeekday, 7);
        CheckShare("phone.attemptFactor", p.AttemptFactor);
        Check("phone.delayHalf", p.DelayHalf > 0, "Un nombre d’heures supérieur à zéro est attendu ici.", "A number of hours above zero is expected here.");
        CheckShare("phone.delayFloor", p.DelayFloor);
        CheckShare("phone.callBackShare", p.CallBackShare);
        CheckShare("phone.appointmentKeptShare", p.AppointmentKeptShare);
        CheckShare("phone.doNotCallShare", p.DoNotCallShare);
    }

    void CheckMail(MailParameters m)
    {
        Check("mail.relaunchAnswers", !m.RelaunchAnswers.IsDefaultOrEmpty, "La liste est vide.", "The list is empty.");
        CheckShares("mail.relaunchAnswers", m.RelaunchAnswers);
        CheckShare("mail.warningAnswer", m.WarningAnswer);
        CheckShare("mail.lightMailAnswer", m.LightMailAnswer);
        CheckShare("mail.triedToReachAnswer", m.TriedToReachAnswer);
        CheckQuantiles("mail.answerHours", m.AnswerHours);
        CheckShare("mail.optOutShare", m.OptOutShare);
        Check("mail.patience", m.Patience >= 1, "Au moins 1 est attendu ici.", "At least 1 is expected here.");
        Check("mail.impatientFactor", m.ImpatientFactor is >= 1 and <= 1000, "Un facteur entre 1 et 1000 est attendu ici.", "A factor from 1 to 1000 is expected here.");
        Check("mail.quotaAnHour", m.QuotaAnHour >= 1, "Au moins 1 est attendu ici.", "At least 1 is expected here.");
    }

    void CheckDecisions(DecisionParameters d)
    {
        CheckShare("decisions.platformShare", d.PlatformShare);
        CheckShare("decisions.elsewhereShare", d.ElsewhereShare);
        CheckShare("decisions.giveUpShare", d.GiveUpShare);
        Check("decisions", d.PlatformShare + d.ElsewhereShare + d.GiveUpShare <= 1.000001,
            "Les trois parts dépassent 1 ensemble.", "The three shares exceed 1 together.");
        CheckQuantiles("decisions.daysToDecide", d.DaysToDecide);
        CheckShare("decisions.reportedShare", d.ReportedShare);
        Check("decisions.forgetAfterDays", d.ForgetAfterDays >= 0, "Un nombre de jours est attendu ici.", "A number of days is expected here.");
        CheckShare("decisions.forgottenShare", d.ForgottenShare);
        CheckShare("decisions.notNowShare", d.NotNowShare);
        CheckShare("decisions.callMeShare", d.CallMeShare);
        CheckShare("decisions.leaveMeAloneShare", d.LeaveMeAloneShare);
        Check("decisions.notNowShare", d.NotNowShare + d.CallMeShare + d.LeaveMeAloneShare <= 1,
            "Avec callMeShare et leaveMeAloneShare, cette part dépasse 1.", "With callMeShare and leaveMeAloneShare this share exceeds 1.");
    }

    void CheckProviders(ProviderParameters p)
    {
        var count = p.CountShares.IsDefault ? 0 : p.CountShares.Length;
        Check("providers.countShares", count is >= 1 and <= 20, "Entre une et vingt parts sont attendues ici.", "One to twenty shares are expected here.");
        CheckShares("providers.countShares", p.CountShares);
        Check("providers.countShares", count > 0 && Math.Abs(p.CountShares.Sum() - 1) < 0.001, "Les parts ne font pas 1 ensemble.", "The shares do not add up to 1.");
        CheckQuantiles("providers.daysToProposal", p.DaysToProposal);
        CheckShare("providers.quoteShare", p.QuoteShare);
    }

    void CheckCoordinators(CoordinatorParameters c)
    {
        Check("coordinators.newProjectsAMonth", c.NewProjectsAMonth is >= 1 and <= 100_000, "Entre 1 et 100 000 est attendu ici.", "From 1 to 100,000 is expected here.");
        Check("coordinators.hours", !c.Hours.IsDefaultOrEmpty && ReadHours(c.Hours) is not null,
            "Des plages comme [\"09:00\", \"12:30\"], dans l’ordre, sont attendues ici.", "Windows such as [\"09:00\", \"12:30\"], in order, are expected here.");
        Check("coordinators.phoneMinutesADay", c.PhoneMinutesADay is >= 1 and <= 1440, "Entre 1 et 1 440 minutes sont attendues ici.", "From 1 to 1,440 minutes are expected here.");
        Check("coordinators.missedCallMinutes", c.MissedCallMinutes is > 0 and <= 480, "Entre 0 et 480 minutes sont attendues ici.", "From 0 to 480 minutes are expected here.");
        Check("coordinators.conversationMinutes", c.ConversationMinutes is > 0 and <= 480, "Entre 0 et 480 minutes sont attendues ici.", "From 0 to 480 minutes are expected here.");
        Check("coordinators.absentDaysAYear", c.AbsentDaysAYear is >= 0 and <= 200, "Entre 0 et 200 jours sont attendus ici.", "From 0 to 200 days are expected here.");
        CheckShare("coordinators.closingApprovedShare", c.ClosingApprovedShare);
        CheckShare("coordinators.noticeApprovedShare", c.NoticeApprovedShare);
    }

    void CheckShare(string path, double value) =>
        Check(path, value is >= 0 and <= 1, "Une part entre 0 et 1 est attendue ici.", "A share from 0 to 1 is expected here.");

    void CheckShares(string path, ImmutableArray<double> values) =>
        Check(path, values.IsDefault || values.All(v => v is >= 0 and <= 1), "Des parts entre 0 et 1 sont attendues ici.", "Shares from 0 to 1 are expected here.");

    void CheckLength(string path, ImmutableArray<double> values, int length) => Check(
        path, !values.IsDefault && values.Length == length, $"Une liste de {length} nombres est attendue ici.", $"A list of {length} numbers is expected here.");

    void CheckWeights(string path, ImmutableArray<double> values, int length)
    {
        CheckLength(path, values, length);
        Check(path, values.IsDefaultOrEmpty || (values.All(v => v is >= 0 and <= 1_000_000_000) && values.Any(v => v > 0)),
            "Des nombres positifs sont attendus ici, un au moins supérieur à zéro.", "Positive numbers are expected here, one at least above zero.");
    }

    void CheckQuantiles(string path, ImmutableArray<double> values)
    {
        CheckLength(path, values, 11);
        Check(path, values.IsDefaultOrEmpty || (values[0] >= 0 && values[^1] <= 100_000 && values.Zip(values.Skip(1)).All(v => v.First <= v.Second)),
            "Des nombres positifs qui ne diminuent pas sont attendus ici.", "Positive numbers that never fall are expected here.");
    }

    void Check(string path, bool holds, string french, string english)
    {
        if (!holds && !problems.Any(p => p.Path == path)) problems.Add(new PeopleProblem(path, new LocalizedText(french, english)));
    }
}
