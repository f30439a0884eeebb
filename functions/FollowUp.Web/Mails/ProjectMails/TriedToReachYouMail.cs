using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Web.Links;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>After the first, a middle and the last attempt at phone validation, in three tones: friendly, plain, parting.</summary>
static class TriedToReachYouMail
{
    public static MailContent Build(MailContext m) => m.Message.Number switch
    {
        1 => First(m),
        2 => Again(m),
        _ => Last(m),
    };

    static MailContent First(MailContext m) => m.Build(
        m.Say($"{m.Title} : quand pouvons-nous vous appeler ?", $"{m.Title}: when may we call you?"),
        m.Say("Choisissez le moment qui vous arrange.", "Choose the time that suits you."),
        m.Request.Cause?.Event is AttemptMailed
            ? new Paragraph(m.Say(
                $"Votre projet {m.Title} nous est bien parvenu. Avant de le valider, nous aimerions en parler quelques minutes avec vous.",
                $"Your project {m.Title} has reached us. Before we validate it, we would like to talk it over with you for a few minutes."))
            : new Paragraph(m.Say(
                $"Nous venons d’essayer de vous joindre au sujet de votre projet {m.Title}, sans succès.",
                $"We have just tried to call you about your project {m.Title} and could not reach you.")),
        new Paragraph(m.Say(
            "Quelques minutes suffisent pour bien comprendre votre besoin. Choisissez le moment qui vous arrange : nous appelons à l’heure dite.",
            "A few minutes are enough to understand what you need. Choose the time that suits you and we will call then.")),
        SlotButton(m),
        new Paragraph(m.Say(
            "Votre numéro a changé ? Vous pouvez le corriger au même endroit.",
            "Has your number changed? You can correct it in the same place.")));

    static MailContent Again(MailContext m) => m.Build(
        m.Say($"{m.Title} : nous n’arrivons pas à vous joindre", $"{m.Title}: we cannot get hold of you"),
        m.Say("Un créneau, ou un autre numéro, et nous vous rappelons.", "A time, or another number, and we call you back."),
        new Paragraph(m.Say(
            $"Nous avons essayé plusieurs fois de vous joindre au sujet de votre projet {m.Title}.",
            $"We have tried several times to reach you about your project {m.Title}.")),
        new Paragraph(m.Say(
            "Il reste en attente tant que nous ne nous sommes pas parlé. Indiquez-nous un moment où vous êtes disponible, ou un autre numéro : nous nous adaptons.",
            "It is on hold until we have talked. Tell us when you are available, or give us another number: we adapt to you.")),
        SlotButton(m));

    static MailContent Last(MailContext m) => m.Build(
        m.Say($"{m.Title} : dernier message avant de clore votre projet", $"{m.Title}: last message before we close your project"),
        m.Say("Un créneau suffit pour le garder ouvert.", "One call keeps it open."),
        new Paragraph(m.Say(
            $"Malgré plusieurs tentatives, nous n’avons pas réussi à vous parler de votre projet {m.Title}.",
            $"In spite of several attempts we have not managed to talk to you about your project {m.Title}.")),
        new Paragraph(Deadline(m)),
        SlotButton(m));

    static string Deadline(MailContext m) => m.Project is { Stage: Stage.LastMailSent, Next.DueAt: var due }
        ? m.Say(
            $"Sans nouvelles de votre part d’ici au {m.FormatDate(due)}, nous le clorons. Si votre besoin existe toujours, un simple créneau suffit pour le garder ouvert.",
            $"If we do not hear from you by {m.FormatDate(due)}, we will close it. If you still need it, picking one time for a call keeps it open.")
        : m.Say(
            "Sans nouvelles de votre part, nous le clorons bientôt. Si votre besoin existe toujours, un simple créneau suffit pour le garder ouvert.",
            "If we do not hear from you, we will close it soon. If you still need it, picking one time for a call keeps it open.");

    static ActionButton SlotButton(MailContext m) => new(m.Say("Choisir un créneau", "Pick a time"), m.CreateClientLink(LinkPurpose.CallBackSlot));
}
