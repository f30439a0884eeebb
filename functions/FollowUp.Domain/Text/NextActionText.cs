using System.Globalization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Domain.Text;

/// <summary>The next action and its reason in words: "Appel mar. 24 nov. à 10:00 : 3e essai sur 6, lundi est férié".</summary>
public static class NextActionText
{
    static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static CultureInfo ToCulture(this Language language) => language == Language.English ? English : French;

    /// <summary>The whole sentence, without the name of who acts.</summary>
    public static string Describe(this NextAction next, Language language, WorkingCalendar calendar)
    {
        var local = calendar.ToLocal(next.DueAt);
        var when = language == Language.French
            ? $"{local.Date.FormatShortDay(language)} à {local.TimeOfDay.FormatTime()}"
            : $"{local.Date.FormatShortDay(language)} at {local.TimeOfDay.FormatTime()}";
        var colon = language == Language.French ? "\u00a0: " : ": ";
        return $"{next.Kind.GetName().In(language)} {when}{colon}{next.Why.Describe(language)}";
    }

    public static LocalizedText GetName(this ActionKind kind) => kind switch
    {
        ActionKind.Call => new("Appel", "Call"),
        ActionKind.Mail => new("Mail", "Mail"),
        ActionKind.WaitForClient => new("Réponse du client attendue jusqu’au", "Awaiting the client until"),
        _ => new("Approbation attendue jusqu’au", "Approval awaited until"),
    };

    /// <summary>Only the reason: why this and why then.</summary>
    public static string Describe(this Reason why, Language language)
    {
        var reason = DescribeCode(why).In(language);
        var slide = DescribeAdjustment(why, language);
        return slide is null ? reason : $"{reason}, {slide}";
    }

    static LocalizedText DescribeCode(Reason why) => why.Code switch
    {
        ReasonCode.FirstCall => new(
            $"1er essai sur {why.Of}, dans l’heure ouvrée qui suit le dépôt ou la dernière nouvelle",
            $"try 1 of {why.Of}, within a working hour of the submission or the latest news"),
        ReasonCode.AnotherAttempt => new(
            $"{FormatOrdinal(why.Number, Language.French)} essai sur {why.Of}, à une autre demi-journée",
            $"try {why.Number} of {why.Of}, at another half-day"),
        ReasonCode.AttemptByMail => new(
            $"{FormatOrdinal(why.Number, Language.French)} essai sur {why.Of}, par mail : aucun appel n’est permis",
            $"try {why.Number} of {why.Of}, by mail: no call is allowed"),
        ReasonCode.AgreedCall => new("heure convenue avec le client", "time agreed with the client"),
        ReasonCode.InformationArrived => new("le client a envoyé ce qui manquait", "the client sent what was missing"),
        ReasonCode.AwaitingInformation => new(
            "des informations lui ont été demandées, sans réponse on le rappelle",
            "information was asked for; without an answer we call again"),
        ReasonCode.LastChanceBeforeUnreachable => new(
            "tous les essais ont échoué, sans réponse le projet est clos comme injoignable",
            "every try failed; without an answer the project is closed as unreachable"),
        ReasonCode.RelaunchByMail => new($"relance n° {why.Number} du cycle", $"relaunch no. {why.Number} of this cycle"),
        ReasonCode.RelaunchByPhone => new(
            $"relance n° {why.Number} du cycle, par téléphone après des mails restés sans réponse",
            $"relaunch no. {why.Number} of this cycle, by phone after mails without an answer"),
        ReasonCode.NoChannelLeft => new(
            "ni mail ni appel possible, seul le client peut donner signe de vie",
            "neither mail nor call is possible, only the client can give a sign of life"),
        ReasonCode.WarningByMail => new(
            "relances restées sans réponse, dernier mail avant la mise en sommeil",
            "relaunches without an answer, last mail before dormancy"),
        ReasonCode.WarningByPhone => new(
            "relances restées sans réponse, dernier appel avant la mise en sommeil",
            "relaunches without an answer, last call before dormancy"),
        ReasonCode.AwaitingAnswerToWarning => new(
            "sans réponse à l’avertissement, le projet est mis en sommeil",
            "without an answer to the warning the project goes dormant"),
        ReasonCode.LightMail => new(
            $"mail trimestriel n° {why.Number} d’un projet en sommeil",
            $"quarterly mail no. {why.Number} of a dormant project"),
        ReasonCode.SilentQuarter => new(
            $"{why.Number} mois de sommeil, l’équipe sera alors consultée sur la clôture",
            $"{why.Number} months of sleep, staff are then asked whether to close"),
        ReasonCode.CloseForSilence => new(
            $"{why.Number} mois sans signe de vie, faut-il clore ? Sans réponse le projet reste en sommeil",
            $"{why.Number} months without a sign of life, close it? Without an answer it stays dormant"),
        ReasonCode.EndOfSnooze => new("fin de la pause demandée", "end of the pause that was asked for"),
        ReasonCode.QuietPeriod => new(
            "aucun contact pendant le délai qui suit « ne plus m’appeler »",
            "no contact during the quiet days after “do not call”"),
        _ => throw new ArgumentOutOfRangeException(nameof(why)),
    };

    static string? DescribeAdjustment(Reason why, Language language) => why switch
    {
        { Capped: true } => new LocalizedText(
            "reporté : le plafond d’appels est atteint",
            "put off: the cap on calls is reached").In(language),
        { AdjustedFor: AdjustmentCause.Holiday, ClosedOn: { } day, Holiday: { } holiday } => new LocalizedText(
            $"{FormatDayName(day, language)} est férié ({holiday.In(language)})",
            $"{FormatDayName(day, language)} is a public holiday ({holiday.In(language)})").In(language),
        { AdjustedFor: AdjustmentCause.Weekend } => new LocalizedText("reporté après le week-end", "put off until after the weekend").In(language),
        { AdjustedFor: AdjustmentCause.ClosedDay } => new LocalizedText("reporté : jour non travaillé", "put off: not a working day").In(language),
        _ => null,
    };

    public static string FormatOrdinal(int number, Language language) => language == Language.French
        ? number == 1 ? "1er" : $"{number}e"
        : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>"mar. 24 nov." or "Tue 24 Nov".</summary>
    public static string FormatShortDay(this LocalDate day, Language language) =>
        LocalDatePattern.Create($"ddd {GetDayPattern(day, language)} MMM", language.ToCulture()).Format(day);

    /// <summary>"mardi 24 novembre 2026" or "Tuesday 24 November 2026".</summary>
    public static string FormatLongDay(this LocalDate day, Language language) =>
        LocalDatePattern.Create($"dddd {GetDayPattern(day, language)} MMMM yyyy", language.ToCulture()).Format(day);

    /// <summary>The same, with its year only when that is another one than today's.</summary>
    public static string FormatLongDay(this LocalDate day, Language language, LocalDate today) => day.Year == today.Year
        ? LocalDatePattern.Create($"dddd {GetDayPattern(day, language)} MMMM", language.ToCulture()).Format(day)
        : day.FormatLongDay(language);

    /// <summary>French counts the first of a month: "1er février".</summary>
    static string GetDayPattern(LocalDate day, Language language) => language == Language.French && day.Day == 1 ? "d'er'" : "d";

    public static string FormatTime(this LocalTime time) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(time);

    static string FormatDayName(LocalDate day, Language language) => LocalDatePattern.Create("dddd", language.ToCulture()).Format(day);
}
