using FollowUp.Application.People;
using FollowUp.Web.Console;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Shared.Setup;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>Invites a staff member who joined the department. It holds no secret: the staff member asks for a sign-in link at their own address.</summary>
static class InvitationMail
{
    public static MailContent Build(Staff staff, MailOptions department, PagesOptions pages)
    {
        var language = staff.Language;
        string Say(string french, string english) => language.Pick(french, english);
        var role = RoleText.Name(staff.Role).In(language);
        return new MailContent(
            language,
            Say($"Bienvenue dans l’équipe : {department.DepartmentName}", $"Welcome to the team: {department.DepartmentName}"),
            Say("Votre accès à la console du suivi.", "Your access to the follow-up console."),
            Say($"Bonjour {TextShape.GetFirstName(staff.Name)},", $"Hello {TextShape.GetFirstName(staff.Name)},"),
            [
                new Paragraph(Say(
                    $"Vous faites maintenant partie de l’équipe {department.DepartmentName}, avec le rôle « {role} ».",
                    $"You are now a member of the team {department.DepartmentName}, with the role “{role}”.")),
                new Paragraph(Say(
                    $"Pour entrer dans la console, indiquez votre adresse, {staff.Id} : un lien de connexion vous y est envoyé aussitôt. Il n’y a pas de mot de passe.",
                    $"To enter the console, give your address, {staff.Id}: a sign-in link is sent to it at once. There is no password.")),
                new ActionButton(Say("Ouvrir la console", "Open the console"), pages.Address(ConsoleAddresses.SignIn())),
            ],
            [department.DepartmentName],
            [new FooterLine(Say(
                "Vous recevez ce mail parce qu’un responsable du suivi a ajouté votre adresse.",
                "You receive this email because a manager added your address."))]);
    }
}
