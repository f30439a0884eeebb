using FollowUp.Application.Delivery;
using FollowUp.Domain.Outbox;
using FollowUp.Web.Links;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>One mail about several projects of a person whose relaunches are due on the same day: a sentence and a button for each.</summary>
static class CommonMail
{
    public static MailContent Build(MailContext mail)
    {
        var contexts = mail.Request.Parts.Select(part => GetContext(mail, part)).Prepend(mail).ToList();
        return mail.Build(
            mail.Say($"Vos {contexts.Count} projets : où en êtes-vous ?", $"Your {contexts.Count} projects: where do you stand?"),
            mail.Say("Un seul mail pour tous, une réponse pour chacun.", "One email for all of them, an answer for each."),
            [
                new Paragraph(mail.Say(
                    $"Nous prenons des nouvelles de vos {contexts.Count} projets. Une réponse pour chacun suffit.",
                    $"We would like to hear how your {contexts.Count} projects are coming along. One answer for each is enough.")),
                .. contexts.SelectMany(BuildPart),
            ]);
    }

    /// <summary>The same mail seen from another project, so that its title, dates and links are its own.</summary>
    static MailContext GetContext(MailContext mail, CommonMailPart part) => mail with
    {
        Request = mail.Request with { Project = part.Project, Message = part.Entry.Message, Dossier = part.Dossier, Parts = [] },
    };

    static IEnumerable<MailBlock> BuildPart(MailContext mail)
    {
        yield return new Heading(mail.PlainTitle);
        yield return new Paragraph(mail.Say($"Projet n° {mail.Project.Id}. {Explain(mail)}", $"Project no. {mail.Project.Id}. {Explain(mail)}"));
        yield return mail.Message.Kind == MessageKind.TriedToReachYou
            ? new ActionButton(mail.Say("Choisir un créneau", "Pick a time"), mail.CreateClientLink(LinkPurpose.CallBackSlot))
            : RelaunchFirstMail.AnswerButton(mail);
    }

    static string Explain(MailContext mail) => mail.Message.Kind switch
    {
        MessageKind.TriedToReachYou when mail.Message.Number == TriedToReachYouMail.LastTone => mail.Say(
            "Sans nouvelles de votre part, nous le clorons bientôt.", "If we do not hear from you, we will close it soon."),
        MessageKind.TriedToReachYou => mail.Say(
            "Nous aimerions en parler quelques minutes avec vous avant de le valider.", "We would like to talk it over with you for a few minutes before we validate it."),
        MessageKind.RelaunchAfterSnooze => mail.Say("La pause convenue est terminée : est-il de nouveau d’actualité ?", "The agreed pause is over: is it back on?"),
        MessageKind.Warning => mail.Say(
            "Sans réponse de votre part, il sera mis en sommeil.", "Without an answer from you it will be put to sleep."),
        MessageKind.LightMail => mail.Say("Il est en sommeil : un mot de vous le réveille.", "It is asleep: one word from you wakes it."),
        _ => mail.Say("Est-il toujours d’actualité ?", "Is it still on?"),
    };
}
