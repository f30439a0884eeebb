using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Tells the client that an agreed call does not take place, since the project is closed; the cancelled appointment is attached.</summary>
static class CallCancelledMail
{
    public static MailContent Build(MailContext mail)
    {
        var at = mail.Project.Agenda.AgreedCall ?? mail.Request.Now;
        return mail.Build(
            mail.Say($"{mail.Title} : notre appel est annulé", $"{mail.Title}: our call is cancelled"),
            mail.Say("Le rendez-vous joint le retire de votre agenda.", "The attached appointment removes it from your calendar."),
            new Paragraph(mail.Say(
                $"L’appel prévu le {mail.FormatDateTime(at)} n’aura pas lieu : votre projet {mail.Title} est clos.",
                $"The call on {mail.FormatDateTime(at)} will not take place: your project {mail.Title} is closed.")),
            new Paragraph(mail.Say(
                "Si c’est une erreur, répondez simplement à ce mail : nous le rouvrirons.",
                "If this is a mistake, simply reply to this email: we will reopen it.")));
    }
}
