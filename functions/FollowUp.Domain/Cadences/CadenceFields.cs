using System.Collections.Immutable;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Cadences;

/// <summary>All fields of a cadence, with their names and values in words.</summary>
public static class CadenceFields
{
    /// <summary>The path of the term of a consent, outside the two tables.</summary>
    public const string ConsentMonths = "consentMonths";

    /// <summary>The name of <see cref="ConsentMonths"/>.</summary>
    public static readonly LocalizedText ConsentMonthsLabel = new("validité du consentement à être appelé", "validity of the consent to be called");

    /// <summary>The path of <see cref="Cadence.ConsumersNotRelaunched"/>, outside the two tables.</summary>
    public const string ConsumersNotRelaunched = "consumersNotRelaunched";

    /// <summary>The name of <see cref="ConsumersNotRelaunched"/>.</summary>
    public static readonly LocalizedText ConsumersNotRelaunchedLabel = new("catégories sans relance", "categories without relaunches");

    /// <summary>The two tables by their name in the document.</summary>
    public static readonly ImmutableArray<(string Name, LocalizedText Title, Func<Cadence, CadenceTable> Get)> Tables =
    [
        ("company", new LocalizedText("Entreprises", "Companies"), cadence => cadence.Company),
        ("person", new LocalizedText("Particuliers", "Private persons"), cadence => cadence.Person),
    ];

    /// <summary>The fields of a table by section. Together they are all that <see cref="CadenceTable"/> holds.</summary>
    public static readonly ImmutableArray<CadenceSection> Sections =
    [
        new("hours", new("Heures d’appel et d’envoi", "Hours of calls and emails"),
        [
            new("calls.days", CadenceFieldKind.Days, new("jours d’appel", "days of calls"), new("", ""), (t, l) => CadenceText.Days(t.Calls.Days, l)),
            new("calls.windows", CadenceFieldKind.Windows, new("heures d’appel", "hours of calls"), new("Comme 09:00-12:30, 14:00-18:30.", "As 09:00-12:30, 14:00-18:30."),
                (t, l) => CadenceText.Windows(t.Calls.Windows, l)),
            new("mails.days", CadenceFieldKind.Days, new("jours d’envoi des mails", "days of emails"), new("", ""), (t, l) => CadenceText.Days(t.Mails.Days, l)),
            new("mails.windows", CadenceFieldKind.Windows, new("heures d’envoi des mails", "hours of emails"), new("Comme 08:00-19:00.", "As 08:00-19:00."),
                (t, l) => CadenceText.Windows(t.Mails.Windows, l)),
        ]),
        new("validation", new("Validation téléphonique", "Phone validation"),
        [
            new("validation.firstCallWithinMinutes", CadenceFieldKind.Number, new("délai du premier appel", "time to the first call"),
                new("En minutes ouvrées après le dépôt.", "In open minutes after the submission."),
                (t, l) => CadenceText.Count((int)t.Validation.FirstCallWithin.TotalMinutes, new("minute ouvrée", "open minute"), new("minutes ouvrées", "open minutes"), l)),
            new("validation.gaps", CadenceFieldKind.Numbers, new("écarts entre les essais", "gaps between attempts"),
                new("En jours ouvrés ; il y a une tentative de plus que d’écarts.", "In working days; there is one attempt more than gaps."),
                (t, l) => t.Validation.Gaps.IsEmpty ? CadenceText.Say(l, "un seul essai", "one attempt only") : CadenceText.List(t.Validation.Gaps, new("jours ouvrés", "working days"), l)),
            new("validation.mailAfter", CadenceFieldKind.Numbers, new("essais suivis d’un mail", "attempts followed by an email"),
                new("Les numéros des essais, le dernier compris.", "The numbers of the attempts, the last one included."),
                (t, l) => CadenceText.List(t.Validation.MailAfter, new("", ""), l)),
            new("validation.morningAt", CadenceFieldKind.Time, new("heure d’un appel du matin", "time of a call in the morning"), new("", ""), (t, _) => t.Validation.MorningAt.FormatTime()),
            new("validation.afternoonAt", CadenceFieldKind.Time, new("heure d’un appel de l’après-midi", "time of a call in the afternoon"), new("", ""),
                (t, _) => t.Validation.AfternoonAt.FormatTime()),
            new("validation.closeAfter", CadenceFieldKind.Number, new("clôture sans réponse après le dernier mail", "closing without an answer after the last email"),
                new("En jours ouvrés.", "In working days."), (t, l) => CadenceText.WorkingDays(t.Validation.CloseAfter, l)),
            new("validation.informationWithin", CadenceFieldKind.Number, new("attente d’une information demandée", "wait for information that was asked for"),
                new("En jours ouvrés.", "In working days."), (t, l) => CadenceText.WorkingDays(t.Validation.InformationWithin, l)),
        ]),
        new("relaunch", new("Relances", "Relaunches"),
        [
            new("relaunch.delays", CadenceFieldKind.Numbers, new("délais des premières relances", "delays of the first relaunches"),
                new("En jours, chacun depuis la relance précédente.", "In days, each from the relaunch before."),
                (t, l) => CadenceText.List(t.Relaunch.Delays, new("jours", "days"), l)),
            new("relaunch.thenEvery", CadenceFieldKind.Number, new("délai des relances suivantes", "delay of the relaunches after them"), new("En jours.", "In days."),
                (t, l) => CadenceText.CalendarDays(t.Relaunch.ThenEvery, l)),
            new("relaunch.channels", CadenceFieldKind.Channels, new("moyens, à tour de rôle", "channels, in turn"),
                new("Mail ou téléphone, comme « mail, mail, téléphone ».", "Email or phone, as “mail, mail, phone”."), (t, l) => CadenceText.Channels(t.Relaunch.Channels, l)),
            new("relaunch.silentBeforeWarning", CadenceFieldKind.Number, new("relances sans réponse avant l’avertissement", "unanswered relaunches before the warning"), new("", ""),
                (t, l) => CadenceText.Count(t.Relaunch.SilentBeforeWarning, new("relance", "relaunch"), new("relances", "relaunches"), l)),
            new("relaunch.sleepAfterWarning", CadenceFieldKind.Number, new("mise en sommeil après l’avertissement", "dormancy after the warning"), new("En jours.", "In days."),
                (t, l) => CadenceText.CalendarDays(t.Relaunch.SleepAfterWarning, l)),
            new("relaunch.mailInsteadOfCallAfter", CadenceFieldKind.Number, new("mail à la place d’un appel non passé", "email in place of a call that was not made"),
                new("Après ce nombre de jours ouvrés.", "After this many working days."), (t, l) => CadenceText.WorkingDays(t.Relaunch.MailInsteadOfCallAfter, l)),
        ]),
        new("dormancy", new("Sommeil", "Dormancy"),
        [
            new("dormancy.everyMonths", CadenceFieldKind.Number, new("mail léger tous les", "light email every"), new("En mois.", "In months."),
                (t, l) => CadenceText.Months(t.Dormancy.EveryMonths, l)),
            new("dormancy.askAfterMonths", CadenceFieldKind.Number, new("question de la clôture après", "question of closing after"), new("En mois de sommeil.", "In months of dormancy."),
                (t, l) => CadenceText.Months(t.Dormancy.AskAfterMonths, l)),
            new("dormancy.approveWithin", CadenceFieldKind.Number, new("délai de l’accord d’un suiveur", "time for the approval of staff"), new("En jours ouvrés.", "In working days."),
                (t, l) => CadenceText.WorkingDays(t.Dormancy.ApproveWithin, l)),
        ]),
        new("caps", new("Limites des appels", "Limits of calls"),
        [
            new("cap.calls", CadenceFieldKind.Number, new("plafond : nombre d’appels", "cap: number of calls"), new("Vide : aucun plafond.", "Empty: no cap."),
                (t, l) => t.Cap is { } cap ? CadenceText.Count(cap.Calls, new("appel", "call"), new("appels", "calls"), l) : CadenceText.Say(l, "aucun plafond", "no cap")),
            new("cap.days", CadenceFieldKind.Number, new("plafond : période", "cap: period"), new("En jours.", "In days."),
                (t, l) => t.Cap is { } cap ? CadenceText.CalendarDays(cap.Days, l) : CadenceText.Say(l, "aucun plafond", "no cap")),
            new("quietDaysAfterDoNotCall", CadenceFieldKind.Number, new("jours sans appel après « ne plus m’appeler »", "days without calls after “do not call”"), new("En jours.", "In days."),
                (t, l) => CadenceText.CalendarDays(t.QuietDaysAfterDoNotCall, l)),
        ]),
    ];

    /// <summary>All fields of a table.</summary>
    public static readonly ImmutableArray<CadenceField> All = [.. Sections.SelectMany(section => section.Fields)];
}
