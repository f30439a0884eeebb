using System.Collections.Frozen;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;

namespace FollowUp.Web.InboundMail;

/// <summary>
/// A mail that says nothing but that the client wants no more calls or mails. It withdraws as the link in a mail does. A longer mail, or other words, is
/// read by staff, who record what it means.
/// </summary>
static class MailedObjection
{
    static readonly FrozenSet<string> NoMails = Fold(
        "stop", "stop mail", "stop mails", "stop pub", "désabonnement", "désabonner", "me désabonner", "désabonnez-moi", "se désabonner", "désinscription",
        "désinscrire", "me désinscrire", "désinscrivez-moi", "plus de mail", "plus de mails", "plus d’e-mails", "ne m’écrivez plus", "merci de ne plus m’écrire",
        "unsubscribe", "unsubscribe me", "please unsubscribe", "please unsubscribe me", "stop emails", "no more emails", "no more mails", "do not write to me again",
        "stop writing to me");

    static readonly FrozenSet<string> NoCalls = Fold(
        "stop appel", "stop appels", "plus d’appel", "plus d’appels", "ne m’appelez plus", "ne me rappelez plus", "merci de ne plus m’appeler",
        "je ne veux plus être appelé", "je ne veux plus être appelée", "je retire mon consentement", "je retire mon consentement à être appelé",
        "je retire mon consentement à être appelée", "do not call", "do not call me", "do not call me again", "don’t call me", "don’t call me again", "no more calls",
        "please do not call me", "stop calling", "stop calling me", "i withdraw my consent");

    /// <summary>The channel that the words close; null when they say anything else.</summary>
    public static Channel? Find(string words)
    {
        var folded = TextFold.FoldToWord(words);
        return NoMails.Contains(folded) ? Channel.Mail : NoCalls.Contains(folded) ? Channel.Phone : null;
    }

    static FrozenSet<string> Fold(params string[] phrases)
    {
        string[] before = ["", "bonjour", "bonsoir", "hello", "merci", "svp"], after = ["", "merci", "mercid'avance", "svp", "cordialement", "thanks", "thankyou"];
        return phrases.Select(TextFold.FoldToWord).SelectMany(phrase => before.SelectMany(first => after.Select(last => first + phrase + TextFold.FoldToWord(last))))
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
