using System.Diagnostics;
using FollowUp.Application.People;
using FollowUp.Application.SecondFactors;
using FollowUp.Domain.Text;
using FollowUp.Web.Console;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Shared.Setup;
using FollowUp.Web.Shared.Wording;
using NodaTime;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>Tells a staff member that their passkeys or recovery codes have changed, when, and what to do when it was somebody else.</summary>
static class SecondFactorChangeMail
{
    /// <param name="staff">The staff member.</param>
    /// <param name="change">What was changed.</param>
    /// <param name="at">When.</param>
    /// <param name="days">Writes the time.</param>
    /// <param name="department">The sender.</param>
    /// <param name="pages">Where the console is.</param>
    public static MailContent Build(Staff staff, SecondFactorChange change, Instant at, DateTimeText days, MailOptions department, PagesOptions pages)
    {
        var language = staff.Language;
        string Say(string french, string english) => language.Pick(french, english);
        var (subject, consequence) = (Subject(change).In(language), Consequence(change).In(language));
        var when = days.FormatDateTime(at);
        return new MailContent(
            language, subject,
            Say("Ce n’était pas vous ? Prévenez tout de suite un responsable.", "Was it not you? Tell a manager at once."),
            Say($"Bonjour {TextShape.GetFirstName(staff.Name)},", $"Hello {TextShape.GetFirstName(staff.Name)},"),
            [
                new Paragraph(Say($"{subject}. C’était le {when}.", $"{subject}. It was on {when}.")),
                new Paragraph(consequence),
                new Paragraph(Say(
                    "C’était vous, ou vous l’aviez demandé ? Il n’y a rien à faire.",
                    "Was it you, or did you ask for it? There is nothing to do.")),
                new Paragraph(Say(
                    "Ce n’était pas vous ? Prévenez tout de suite un responsable du suivi ou la personne qui exploite FollowUp : ils ferment vos sessions et réinitialisent vos clés d’accès. Changez aussi le mot de passe de votre messagerie.",
                    "Was it not you? Tell a manager of the follow-up, or whoever operates FollowUp, at once: they end your sessions and reset your passkeys. Change the password of your mailbox too.")),
                new ActionButton(Say("Voir mes clés d’accès", "See my passkeys"), pages.Address(ConsoleAddresses.Passkeys)),
            ],
            [department.DepartmentName],
            [new FooterLine(Say(
                "Vous recevez ce mail à chaque changement de vos clés d’accès ou de vos codes de secours.",
                "You receive this email at each change of your passkeys or recovery codes."))]);
    }

    static LocalizedText Subject(SecondFactorChange change) => change switch
    {
        SecondFactorChange.PasskeyAdded => new("Une clé d’accès a été ajoutée à votre compte", "A passkey was added to your account"),
        SecondFactorChange.PasskeyRemoved or SecondFactorChange.LastPasskeyRemoved =>
            new("Une clé d’accès a été retirée de votre compte", "A passkey was removed from your account"),
        SecondFactorChange.RecoveryCodesReplaced => new("De nouveaux codes de secours ont été créés pour votre compte", "New recovery codes were made for your account"),
        SecondFactorChange.Reset => new("Vos clés d’accès ont été réinitialisées", "Your passkeys were reset"),
        _ => throw new UnreachableException($"No rule for {change}."),
    };

    static LocalizedText Consequence(SecondFactorChange change) => change switch
    {
        SecondFactorChange.PasskeyAdded => new(
            "À la connexion, cette clé est acceptée après le lien reçu par mail. Les autres sessions ouvertes ont été fermées.",
            "At sign-in, this passkey is accepted after the link that comes by email. Other open sessions have ended."),
        SecondFactorChange.PasskeyRemoved => new(
            "Elle n’est plus acceptée à la connexion. Les autres sessions ouvertes ont été fermées.",
            "It is no longer accepted at sign-in. Other open sessions have ended."),
        SecondFactorChange.LastPasskeyRemoved => new(
            "C’était la dernière : le lien reçu par mail suffit de nouveau pour se connecter. Les autres sessions ouvertes ont été fermées.",
            "It was the last one: the link that comes by email is enough again to sign in. Other open sessions have ended."),
        SecondFactorChange.RecoveryCodesReplaced => new(
            "Les anciens codes ne fonctionnent plus. Les autres sessions ouvertes ont été fermées.",
            "The old codes no longer work. Other open sessions have ended."),
        SecondFactorChange.Reset => new(
            "Les clés d’accès et les codes de secours sont supprimés : le lien reçu par mail suffit de nouveau pour se connecter. Toutes les sessions ont été fermées.",
            "Passkeys and recovery codes are removed: the link that comes by email is enough again to sign in. All sessions have ended."),
        _ => throw new UnreachableException($"No rule for {change}."),
    };
}
