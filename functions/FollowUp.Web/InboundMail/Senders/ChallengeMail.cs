using System.Text.RegularExpressions;
using MimeKit;

namespace FollowUp.Web.InboundMail.Senders;

/// <summary>
/// Recognises a challenge: a filter in front of the client's mailbox holds our mail back until its sender proves to be human. The client has not
/// seen the mail.
/// </summary>
static partial class ChallengeMail
{
    /// <summary>Challenges are short; a long text that speaks of all this is written by a human.</summary>
    const int MaxLength = 2_000;

    static readonly string[] Headers = ["X-Challenge", "X-Mailinblack", "X-SpamArrest-ID", "X-TMDA-Fingerprint", "X-ASK-Info", "X-BoxTrapper-Queue"];

    public static bool IsChallenge(MimeMessage mail, string words)
    {
        if (Array.Exists(Headers, mail.Headers.Contains)
            || (mail.Headers["X-Mailer"] ?? "").Contains("challenge", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var subject = mail.Subject ?? "";
        return Subject().IsMatch(subject.Length > 300 ? subject[..300] : subject)
            || (words.Length <= MaxLength && Held().IsMatch(words) && Asks().IsMatch(words) && Proves().IsMatch(words));
    }

    [GeneratedRegex(
        @"^(demande d['’](authentification|identification)|authenti(fi)?cation (request|required|requise)|sender (verification"
        + @"|authentication|confirmation)|votre (message|mail|e-mail) est en attente"
        + @"|(please )?(confirm|verify) your (message|e-?mail)|absender(bestätigung|verifizierung)|(confirma|verifica)ción del remitente"
        + @"|verifica (del )?mittente)|verify#|\[spamarrest\]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Subject();

    [GeneratedRegex(@"attente|retenu|bloqué|quarantaine|délivr|remis|waiting|held|quarantin|deliver|pending|wartet|zugestellt"
        + @"|zurückgehalten|espera|retenido|entreg|attesa|consegn", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Held();

    [GeneratedRegex(@"cliqu|\bclick|\bklick|haga clic|pulse|clicca|répondez à ce|reply to this|suivez ce lien|follow (this"
        + @"|the) link", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asks();

    [GeneratedRegex(
        @"prouv|êtes (bien )?(une personne|humain)|\bprove|(are|you're) (a |not a )?(human|person|real|robot)|robot|authentifi|authenticat"
        + @"|vérifi(er|ez) (votre|que)|verify (you|that)"
        + @"|beweisen|bestätigen sie|demuestr|dimostr|captcha",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Proves();
}
