using FollowUp.Domain.Projects.Events;
using FollowUp.Web.Links;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Shared.Wording;
using NodaTime;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Confirms the call that the client asked for; the appointment is attached.</summary>
static class CallAgreedMail
{
    public static MailContent Build(MailContext m)
    {
        var at = GetAgreedTime(m);
        return m.Build(
            m.Say($"Nous vous appelons le {m.FormatDateTime(at)} : {m.Title}", $"We will call you on {m.FormatDateTime(at)}: {m.Title}"),
            m.Say("Le rendez-vous est joint, pour votre agenda.", "The appointment is attached, for your calendar."),
            new Paragraph(m.Say(
                $"C’est noté : {m.Signatory} vous appelle le {m.FormatDateTime(at)} (heure de Paris) au sujet de votre projet {m.Title}. {Number(m)}",
                $"Noted: {m.Signatory} will call you on {m.FormatDateTime(at)} (Paris time) about your project {m.Title}. {Number(m)}")),
            new Paragraph(m.Say(
                "Le rendez-vous est joint à ce mail, pour votre agenda. Un empêchement ? Choisissez un autre moment.",
                "The appointment is attached to this mail, for your calendar. Not a good time after all? Choose another one.")),
            new ActionButton(m.Say("Changer de moment", "Choose another time"), m.CreateClientLink(LinkPurpose.ClientPage)));
    }

    public static Instant GetAgreedTime(MailContext m) => (m.Request.Cause?.Event as CallAgreed)?.At ?? m.Project.CallAgreedAt ?? m.Request.Now;

    static string Number(MailContext m) => m.Request.Dossier?.Phone is { } phone
        ? m.Say($"Nous composerons le {PhoneFormatter.Format(phone, m.Language)}.", $"We will dial {PhoneFormatter.Format(phone, m.Language)}.")
        : m.Say(
            "Nous n’avons pas encore votre numéro : répondez à ce mail pour nous le donner.",
            "We do not have your number yet: reply to this mail to give it to us.");
}
