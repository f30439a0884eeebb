using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Web.Links;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>
/// Tells the client that the call was not answered, in three texts: for the first, a middle and the last attempt. Two more ask for the right number,
/// at once and before the project is closed.
/// </summary>
static class TriedToReachYouMail
{
    /// <summary>The tone of the last mail before the project is closed.</summary>
    public const int LastTone = 3;

    public static MailContent Build(MailContext mail) => mail.Message.Number switch
    {
        1 => First(mail),
        2 when IsMailed(mail) => MailedAgain(mail),
        2 => Again(mail),
        4 => WrongNumber(mail),
        5 => StillWrongNumber(mail),
        _ => Last(mail),
    };

    static MailContent First(MailContext mail) => mail.Build(
        mail.Say($"{mail.Title} : quand pouvons-nous vous appeler ?", $"{mail.Title}: when may we call you?"),
        mail.Say("Choisissez le moment qui vous arrange.", "Choose the time that suits you."),
        IsMailed(mail)
            ? new Paragraph(mail.Say(
                $"Votre projet {mail.Title} nous est bien parvenu. Avant de le valider, nous aimerions en parler quelques minutes avec vous.",
                $"Your project {mail.Title} has reached us. Before we validate it, we would like to talk it over with you for a few minutes."))
            : new Paragraph(mail.Say(
                $"Nous venons d’essayer de vous joindre au sujet de votre projet {mail.Title}, sans succès.",
                $"We have just tried to call you about your project {mail.Title} and could not reach you.")),
        new Paragraph(mail.Say(
            "Quelques minutes suffisent pour bien comprendre votre besoin. Choisissez le moment qui vous arrange : nous appelons à l’heure dite.",
            "A few minutes are enough to understand what you need. Choose the time that suits you and we will call then.")),
        SlotButton(mail),
        new Paragraph(mail.Say(
            "Votre numéro a changé ? Vous pouvez le corriger au même endroit.",
            "Has your number changed? You can correct it in the same place.")));

    static MailContent Again(MailContext mail) => mail.Build(
        mail.Say($"{mail.Title} : nous n’arrivons pas à vous joindre", $"{mail.Title}: we cannot get hold of you"),
        mail.Say("Un créneau, ou un autre numéro, et nous vous rappelons.", "A time, or another number, and we call you back."),
        new Paragraph(mail.Say(
            $"Nous avons essayé plusieurs fois de vous joindre au sujet de votre projet {mail.Title}.",
            $"We have tried several times to reach you about your project {mail.Title}.")),
        new Paragraph(mail.Say(
            "Il reste en attente tant que nous ne nous sommes pas parlé. Indiquez-nous un moment où vous êtes disponible, ou un autre numéro : nous nous adaptons.",
            "It is on hold until we have talked. Tell us when you are available, or give us another number: we adapt to you.")),
        SlotButton(mail));

    /// <summary>A client who is not called is not told that we called.</summary>
    static MailContent MailedAgain(MailContext mail) => mail.Build(
        mail.Say($"{mail.Title} : quand pouvons-nous en parler ?", $"{mail.Title}: when may we talk about it?"),
        mail.Say("Un créneau de votre choix, et nous vous appelons.", "A time of your choice, and we call you."),
        new Paragraph(mail.Say(
            $"Nous vous avons écrit au sujet de votre projet {mail.Title} et n’avons pas eu de réponse.",
            $"We wrote to you about your project {mail.Title} and have had no answer.")),
        new Paragraph(mail.Say(
            "Il reste en attente tant que nous n’en avons pas parlé ensemble. Choisissez le moment qui vous arrange, ou répondez simplement à ce mail.",
            "It is on hold until we have talked about it. Choose the time that suits you, or simply reply to this email.")),
        SlotButton(mail));

    /// <summary>Whether the attempt was this mail itself, and not a call.</summary>
    static bool IsMailed(MailContext mail) => mail.Request.Cause?.Event is AttemptMailed;

    static MailContent Last(MailContext mail) => mail.Build(
        mail.Say($"{mail.Title} : dernier message avant de clore votre projet", $"{mail.Title}: last message before we close your project"),
        mail.Say("Un créneau suffit pour le garder ouvert.", "One call keeps it open."),
        IsMailed(mail)
            ? new Paragraph(mail.Say(
                $"Nos mails au sujet de votre projet {mail.Title} sont restés sans réponse.",
                $"Our emails about your project {mail.Title} have had no answer."))
            : new Paragraph(mail.Say(
                $"Malgré plusieurs tentatives, nous n’avons pas réussi à vous parler de votre projet {mail.Title}.",
                $"In spite of several attempts we have not managed to talk to you about your project {mail.Title}.")),
        new Paragraph(Deadline(mail)),
        SlotButton(mail));

    static MailContent WrongNumber(MailContext mail) => mail.Build(
        mail.Say($"{mail.Title} : à quel numéro pouvons-nous vous appeler ?", $"{mail.Title}: which number may we call?"),
        mail.Say("Le numéro que nous avons n’est pas le vôtre.", "The number that we have is not yours."),
        new Paragraph(mail.Say(
            $"Nous avons essayé de vous appeler au sujet de votre projet {mail.Title} : le numéro que nous avons n’est pas le bon.",
            $"We tried to call you about your project {mail.Title}: the number that we have is not the right one.")),
        new Paragraph(mail.Say(
            "Indiquez-nous le bon numéro, et si vous le souhaitez le moment qui vous arrange. Vous pouvez aussi simplement répondre à ce mail.",
            "Give us the right number and, if you like, the time that suits you. You may also simply reply to this email.")),
        NumberButton(mail));

    static MailContent StillWrongNumber(MailContext mail) => mail.Build(
        mail.Say($"{mail.Title} : dernier message avant de clore votre projet", $"{mail.Title}: last message before we close your project"),
        mail.Say("Un numéro de téléphone suffit pour le garder ouvert.", "A phone number keeps it open."),
        new Paragraph(mail.Say(
            $"Nous n’avons toujours pas de numéro où vous joindre au sujet de votre projet {mail.Title}.",
            $"We still have no number at which to reach you about your project {mail.Title}.")),
        new Paragraph(Deadline(mail)),
        NumberButton(mail));

    static ActionButton NumberButton(MailContext mail) => new(mail.Say("Donner le bon numéro", "Give the right number"), mail.CreateClientLink(LinkPurpose.CallBackSlot));

    static string Deadline(MailContext mail) => mail.Project is { Stage: Stage.LastMailSent, Next.DueAt: var due }
        ? mail.Say(
            $"Sans nouvelles de votre part d’ici au {mail.FormatDate(due)}, nous le clorons. Si votre besoin existe toujours, un simple créneau suffit pour le garder ouvert.",
            $"If we do not hear from you by {mail.FormatDate(due)}, we will close it. If you still need it, picking one time for a call keeps it open.")
        : mail.Say(
            "Sans nouvelles de votre part, nous le clorons bientôt. Si votre besoin existe toujours, un simple créneau suffit pour le garder ouvert.",
            "If we do not hear from you, we will close it soon. If you still need it, picking one time for a call keeps it open.");

    static ActionButton SlotButton(MailContext mail) => new(mail.Say("Choisir un créneau", "Pick a time"), mail.CreateClientLink(LinkPurpose.CallBackSlot));
}
