using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;
using FollowUp.Web.Links;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Shared.Wording;
using NodaTime;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Confirms a call to the client; the appointment is attached.</summary>
static class CallAgreedMail
{
    public static MailContent Build(MailContext mail)
    {
        var at = GetAgreedTime(mail);
        return mail.Build(
            mail.Say($"Nous vous appelons le {mail.FormatDateTime(at)} : {mail.Title}", $"We will call you on {mail.FormatDateTime(at)}: {mail.Title}"),
            mail.Say("Le rendez-vous est joint, pour votre agenda.", "The appointment is attached, for your calendar."),
            new Paragraph(mail.Say(
                $"C’est noté : {mail.Signatory} vous appelle le {mail.FormatDateTime(at)} (heure de Paris{OwnTime(mail, at)}) au sujet de votre projet {mail.Title}. {Number(mail)}",
                $"Noted: {mail.Signatory} will call you on {mail.FormatDateTime(at)} (Paris time{OwnTime(mail, at)}) about your project {mail.Title}. {Number(mail)}")),
            new Paragraph(mail.Say(
                "Le rendez-vous est joint à ce mail, pour votre agenda. Un empêchement ? Choisissez un autre moment.",
                "The appointment is attached to this email, for your calendar. Not a good time after all? Choose another one.")),
            new ActionButton(mail.Say("Changer de moment", "Choose another time"), mail.CreateClientLink(LinkPurpose.ClientPage)));
    }

    public static Instant GetAgreedTime(MailContext mail) => (mail.Request.Cause?.Event as CallAgreed)?.At ?? mail.Project.Agenda.AgreedCall ?? mail.Request.Now;

    /// <summary>The time on the clock of a private person abroad; empty for others.</summary>
    static string OwnTime(MailContext mail, Instant at)
    {
        if (Policy.FindOwnZone(mail.Project.CalledAs, mail.Project.TimeZone, mail.Calendar.Zone) is not { } zone)
        {
            return "";
        }

        var own = (mail with { Calendar = mail.Calendar.InZone(zone) }).FormatDateTime(at);
        var clock = mail.Say(TimeZoneText.DescribeOwn(zone.Id));
        return mail.Say($" ; {own}, {clock}", $"; {own}, {clock}");
    }

    static string Number(MailContext mail) => mail.Request.Dossier?.Phone is { } phone
        ? mail.Say($"Nous composerons le {PhoneFormatter.Format(phone, mail.Language)}.", $"We will dial {PhoneFormatter.Format(phone, mail.Language)}.")
        : mail.Say(
            "Nous n’avons pas encore votre numéro : répondez à ce mail pour nous le donner.",
            "We do not have your number yet: reply to this email to give it to us.");
}
