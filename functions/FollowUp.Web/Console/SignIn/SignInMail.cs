using FollowUp.Application.People;
using FollowUp.Web.Mails;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Console.SignIn;

/// <summary>The mail with a sign-in link. It belongs to no project, so it goes through the department's outbox.</summary>
static class SignInMail
{
    public static MailContent Build(Staff staff, Uri link, MailOptions department)
    {
        var language = staff.Language;
        string Say(string french, string english) => language.Pick(french, english);
        return new MailContent(
            language,
            Say("Votre lien de connexion à la console du suivi", "Your link to sign in to the follow-up console"),
            Say("Valable un quart d’heure.", "Good for a quarter of an hour."),
            Say($"Bonjour {staff.Name},", $"Hello {staff.Name},"),
            [
                new Paragraph(Say("Voici votre lien de connexion. Il est valable un quart d’heure, sert une fois et remplace les précédents.", "This is your link to sign in. It is good for a quarter of an hour, works once and replaces any earlier one.")),
                new ActionButton(Say("Ouvrir la console", "Open the console"), link),
                new Paragraph(Say("Vous n’avez rien demandé ? Ignorez ce mail : sans ce lien, personne n’entre.", "You did not ask for it? Ignore this mail: without the link nobody gets in.")),
            ],
            [department.DepartmentName],
            []);
    }
}
