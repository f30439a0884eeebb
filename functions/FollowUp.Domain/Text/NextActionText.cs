using System.Diagnostics;
using System.Globalization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Domain.Text;

/// <summary>The next action and its reason as a sentence: "Appel mar. 24 nov. à 10:00 : 3e essai sur 6, lundi est férié".</summary>
public static class NextActionText
{
    /// <summary>The whole sentence, without the name of the actor.</summary>
    public static string Describe(this NextAction next, Language language, WorkingCalendar calendar)
    {
        var local = calendar.ToLocal(next.DueAt);
        var when = language == Language.French
            ? $"{local.Date.FormatShortDay(language)} à {local.TimeOfDay.FormatTime()}"
            : $"{local.Date.FormatShortDay(language)} at {local.TimeOfDay.FormatTime()}";
        var colon = language == Language.French ? "\u00a0: " : ": ";
        return $"{next.Kind.GetName().In(language)} {when}{colon}{next.Why.Describe(language)}";
    }

    /// <summary>The kind of action, as the sentence begins.</summary>
    public static LocalizedText GetName(this ActionKind kind) => kind switch
    {
        ActionKind.Call => new("Appel", "Call"),
        ActionKind.Mail => new("Mail", "Email"),
        ActionKind.WaitForClient => new("Réponse du client attendue jusqu’au", "Awaiting the client until"),
        ActionKind.Approve => new("Approbation attendue jusqu’au", "Approval awaited until"),
        _ => throw new UnreachableException($"No rule for {kind}."),
    };

    /// <summary>The reason alone: why this action, and why then.</summary>
    public static string Describe(this Reason why, Language language)
    {
        var reason = DescribeCode(why).In(language);
        var adjustment = DescribeAdjustment(why, language);
        var clock = why.TimeZone is not { } zone ? ""
            : language == Language.French ? $", d’après l’{TimeZoneText.Describe(zone).In(language)}"
            : $", by {TimeZoneText.Describe(zone).In(language)}";
        return (adjustment is null ? reason : $"{reason}, {adjustment}") + clock;
    }

    static LocalizedText DescribeCode(Reason why) => why.Code switch
    {
        ReasonCode.FirstCall => new(
            $"1re tentative sur {why.Of}, dans l’heure ouvrée qui suit le dépôt ou la dernière nouvelle",
            $"attempt 1 of {why.Of}, within a working hour of the submission or the latest news"),
        ReasonCode.AnotherAttempt => new(
            $"{FormatAttempt(why.Number)} sur {why.Of}, à une autre demi-journée",
            $"attempt {why.Number} of {why.Of}, at a different time of day"),
        ReasonCode.AttemptByMail => new(
            $"{FormatAttempt(why.Number)} sur {why.Of}, par mail : aucun appel n’est permis",
            $"attempt {why.Number} of {why.Of}, by email: no call is allowed"),
        ReasonCode.AgreedCall => new("heure convenue avec le client", "time agreed with the client"),
        ReasonCode.MissedAppointment => new(
            "rendez-vous manqué : appelez dès que possible et commencez par vous excuser",
            "missed appointment: call as soon as you can and begin with an apology"),
        ReasonCode.InformationArrived => new("le client a envoyé ce qui manquait", "the client sent what was missing"),
        ReasonCode.InformationNotGiven => new(
            $"{FormatAttempt(1)} sur {why.Of}, la demande d’informations est restée sans réponse",
            $"attempt 1 of {why.Of}, the request for information was not answered"),
        ReasonCode.AwaitingInformation => new(
            "des informations lui ont été demandées, sans réponse on le rappelle",
            "information was asked for; without an answer we call again"),
        ReasonCode.LastChanceBeforeUnreachable => new(
            "toutes les tentatives ont échoué, sans réponse le projet est clos comme injoignable",
            "every attempt failed; without an answer the project is closed as unreachable"),
        ReasonCode.RelaunchByMail => new($"relance n° {why.Number} du cycle", $"relaunch no. {why.Number} of this cycle"),
        ReasonCode.RelaunchByPhone => new(
            $"relance n° {why.Number} du cycle, par téléphone après des mails restés sans réponse",
            $"relaunch no. {why.Number} of this cycle, by phone after emails without an answer"),
        ReasonCode.RelaunchMailFailed => new(
            $"relance n° {why.Number} du cycle, par téléphone car l’adresse mail ne reçoit plus rien",
            $"relaunch no. {why.Number} of this cycle, by phone because the email address takes no email"),
        ReasonCode.RelaunchMailUnwanted => new(
            $"relance n° {why.Number} du cycle, par téléphone car le client ne veut plus de mails",
            $"relaunch no. {why.Number} of this cycle, by phone because the client wants no emails"),
        ReasonCode.NoChannelLeft => new(
            "ni mail ni appel possible, seul le client peut donner signe de vie",
            "neither email nor call is possible, only the client can give a sign of life"),
        ReasonCode.WarningByMail => new(
            "relances restées sans réponse, dernier mail avant la mise en sommeil",
            "relaunches without an answer, last email before dormancy"),
        ReasonCode.WarningByPhone => new(
            "relances restées sans réponse, dernier appel avant la mise en sommeil",
            "relaunches without an answer, last call before dormancy"),
        ReasonCode.AwaitingAnswerToWarning => new(
            "sans réponse à l’avertissement, le projet est mis en sommeil",
            "without an answer to the warning the project goes dormant"),
        ReasonCode.LightMail => new(
            $"mail trimestriel n° {why.Number} d’un projet en sommeil",
            $"quarterly email no. {why.Number} of a dormant project"),
        ReasonCode.SilentQuarter => new(
            $"{why.Number} mois de sommeil, l’équipe sera alors consultée sur la clôture",
            $"{why.Number} months of sleep, staff are then asked whether to close"),
        ReasonCode.CloseForSilence => new(
            $"{why.Number} mois sans signe de vie, faut-il clore ? Sans réponse le projet reste en sommeil",
            $"{why.Number} months without a sign of life, close it? Without an answer it stays dormant"),
        ReasonCode.EndOfSnooze => new("fin de la pause demandée", "end of the pause that was asked for"),
        ReasonCode.NumberWrong => new(
            "le numéro du client est faux, sans le bon numéro le projet sera clos comme injoignable",
            "the client’s number is wrong; without the right one the project will be closed as unreachable"),
        ReasonCode.QuietPeriod => new(
            "aucun appel pendant les soixante jours qui suivent « ne plus m’appeler »",
            "no call during the sixty days after “do not call”"),
        ReasonCode.LeftAloneElsewhere => new(
            "le client veut qu’on le laisse tranquille pour un autre projet, relances arrêtées : faut-il clore celui-ci ?",
            "the client wants to be left alone about another project, relaunches stopped: close this one?"),
        ReasonCode.CategoryNotRelaunched => new(
            "dans cette catégorie la loi interdit de relancer un particulier, par téléphone comme par mail : le projet attend le client",
            "in this category the law forbids relaunches of private persons, by phone and by mail: the project waits for the client"),
        _ => throw new UnreachableException($"No rule for {why.Code}."),
    };

    /// <summary>Why the date moved; null when nothing moved it that people want to read.</summary>
    static string? DescribeAdjustment(Reason why, Language language) => why switch
    {
        { Cap: { } cap, NotBefore: { } day } => new LocalizedText(
            $"{FormatOrdinal(cap.Calls + 1, Language.French)} appel en {cap.Days} jours\u00a0: pas avant le {day.FormatLongDay(Language.French)}",
            $"call no. {cap.Calls + 1} in {cap.Days} days: not before {day.FormatLongDay(Language.English)}").In(language),
        { Quiet: true, NotBefore: { } day } => new LocalizedText(
            $"a dit «\u00a0ne plus m’appeler\u00a0»\u00a0: aucun appel avant le {day.FormatLongDay(Language.French)}",
            $"said “do not call”: no call before {day.FormatLongDay(Language.English)}").In(language),
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

    /// <summary>The ordinal of a number: "1er", "2e" in French, the plain number in English.</summary>
    /// <param name="number">The number.</param>
    /// <param name="language">The language.</param>
    /// <param name="feminine">Whether the French noun is feminine: "1re".</param>
    public static string FormatOrdinal(int number, Language language, bool feminine = false) => language == Language.French
        ? number == 1 ? feminine ? "1re" : "1er" : $"{number}e"
        : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>"1re tentative", "2e tentative".</summary>
    static string FormatAttempt(int number) => $"{FormatOrdinal(number, Language.French, feminine: true)} tentative";

    static string FormatDayName(LocalDate day, Language language) => LocalDatePattern.Create("dddd", language.ToCulture()).Format(day);
}
