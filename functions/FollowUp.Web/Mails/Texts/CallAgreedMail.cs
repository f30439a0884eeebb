using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Web;

/// <summary>Confirms the call that the client asked for; the appointment is attached.</summary>
static class CallAgreedMail
{
    public static MailText Write(MailMatter m)
    {
        var at = At(m);
        return m.Mail(
            m.Say($"Nous vous appelons le {m.When(at)} : {m.Title}", $"We will call you on {m.When(at)}: {m.Title}"),
            m.Say("Le rendez-vous est joint, pour votre agenda.", "The appointment is attached, for your calendar."),
            new Says(m.Say(
                $"C’est noté : {m.Signatory} vous appelle le {m.When(at)} (heure de Paris) au sujet de votre projet {m.Title}. {Number(m)}",
                $"Noted: {m.Signatory} will call you on {m.When(at)} (Paris time) about your project {m.Title}. {Number(m)}")),
            new Says(m.Say(
                "Le rendez-vous est joint à ce mail, pour votre agenda. Un empêchement ? Choisissez un autre moment.",
                "The appointment is attached to this mail, for your calendar. Not a good time after all? Choose another one.")),
            new Offers(m.Say("Changer de moment", "Choose another time"), m.ClientLink(LinkPurpose.ClientPage)));
    }

    public static Instant At(MailMatter m) => (m.Letter.Cause?.Event as CallAgreed)?.At ?? m.Project.CallAgreedAt ?? m.Letter.Now;

    static string Number(MailMatter m) => m.Letter.Dossier?.Phone is { } phone
        ? m.Say($"Nous composerons le {Phones.Display(phone, m.Language)}.", $"We will dial {Phones.Display(phone, m.Language)}.")
        : m.Say(
            "Nous n’avons pas encore votre numéro : répondez à ce mail pour nous le donner.",
            "We do not have your number yet: reply to this mail to give it to us.");
}
