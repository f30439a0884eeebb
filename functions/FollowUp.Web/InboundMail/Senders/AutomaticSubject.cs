using System.Text;
using FollowUp.Domain.Text;

namespace FollowUp.Web.InboundMail.Senders;

/// <summary>Reads the subject of a mail as mail programs begin it when nobody wrote it.</summary>
static class AutomaticSubject
{
    /// <summary>The longest part of a subject in characters that is compared.</summary>
    const int MaxLength = 200;

    /// <summary>What a subject says of who wrote the mail.</summary>
    public enum Kind
    {
        /// <summary>Nothing.</summary>
        None,

        /// <summary>A program may have written it, or a human.</summary>
        Doubtful,

        /// <summary>An out-of-office answer or a bounce.</summary>
        Absence,
    }

    static readonly string[] Absences = FoldAll(
    [
        "reponse automatique", "reponse auto", "message automatique", "absence du bureau", "absent du bureau", "absente du bureau",
        "message d'absence",
        "notification d'absence", "notification automatique d'absence", "automatic reply", "auto reply", "auto-reply", "autoreply",
        "automatic response",
        "out of office", "out of the office", "out-of-office", "vacation reply", "automatische antwort", "abwesenheitsnotiz",
        "automatische abwesenheit",
        "abwesend:", "respuesta automatica", "fuera de la oficina", "risposta automatica", "fuori sede", "fuori ufficio", "resposta automatica",
        "automatisch antwoord", "undeliverable", "undelivered mail", "mail delivery failed", "delivery status notification", "echec de la remise",
        "non remis", "unzustellbar", "no se puede entregar",

        // As Outlook writes it in other languages: Dutch, Polish, Swedish, Danish and Norwegian, Finnish, Czech and Slovak, Hungarian, Turkish, Russian, Ukrainian,
        // Greek, Romanian, Chinese, Japanese, Korean, Arabic.
        "automatische reactie", "afwezigheidsbericht", "odpowiedź automatyczna", "autosvar", "automatiskt svar", "automatisk svar", "automaattinen vastaus",
        "automatická odpověď", "automatická odpoveď", "automatikus válasz", "otomatik yanıt", "автоматический ответ", "автовідповідь", "автоматична відповідь",
        "αυτόματη απάντηση", "răspuns automat", "自动回复", "自動回覆", "自動応答", "자동 회신", "رد تلقائي",
    ]);

    static readonly string[] Doubts = FoldAll(
    [
        "auto:", "auto :", "en conges", "je suis absent", "je suis en conge", "absent jusqu", "absente jusqu",
        "on vacation", "away from my mail", "i am away", "i am out of",
        "away", "accuse de reception", "lu :", "lu:", "read:", "gelesen:", "leido:", "letto:", "accuse de lecture",
        "confirmation de lecture", "im urlaub",
    ]);

    public static Kind Of(string? subject)
    {
        var folded = Fold(subject ?? "");
        return Begins(folded, Absences) ? Kind.Absence : Begins(folded, Doubts) ? Kind.Doubtful : Kind.None;
    }

    static bool Begins(string folded, string[] beginnings) => Array.Exists(beginnings, b => folded.StartsWith(b, StringComparison.Ordinal));

    static string[] FoldAll(string[] beginnings) => Array.ConvertAll(beginnings, Fold);

    /// <summary>Lower case without accents, composed or not, and without the brackets that some programs put in front.</summary>
    static string Fold(string subject)
    {
        var text = subject.Length > MaxLength ? subject[..MaxLength] : subject;
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.ToWellFormed().LimitMarks().Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                folded.Append(c is '’' or '‘' ? '\'' : c is '‐' or '‑' or '–' ? '-' : c);
            }
        }

        return folded.ToString().TrimStart(' ', '[', '(', '*', '-', '«', '【');
    }
}
