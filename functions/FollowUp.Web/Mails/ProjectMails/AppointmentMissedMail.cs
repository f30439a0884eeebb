using FollowUp.Domain.Projects.Events;
using FollowUp.Web.Links;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Apologises for an agreed call that was not made, and offers new times.</summary>
static class AppointmentMissedMail
{
    public static MailContent Build(MailContext mail)
    {
        var at = (mail.Request.Cause?.Event as AppointmentMissed)?.At ?? mail.Project.Agenda.MissedCall ?? mail.Message.CausedAt;
        return mail.Build(
            mail.Say($"{mail.Title} : nous vous devons des excuses", $"{mail.Title}: we owe you an apology"),
            mail.Say("Choisissez un autre moment pour notre appel.", "Choose another time for our call."),
            new Paragraph(mail.Say(
                $"Nous devions vous appeler le {mail.FormatDateTime(at)} au sujet de votre projet {mail.Title}, et nous ne l’avons pas fait. Nous en sommes désolés.",
                $"We were to call you on {mail.FormatDateTime(at)} about your project {mail.Title}, and we did not. We are sorry.")),
            new Paragraph(mail.Say(
                "Nous vous appelons dès que possible. Si vous préférez un moment précis, choisissez-le ici :",
                "We will call you as soon as we can. If you would rather have a set time, choose it here:")),
            new ActionButton(mail.Say("Choisir un autre moment", "Choose another time"), mail.CreateClientLink(LinkPurpose.CallBackSlot)));
    }
}
