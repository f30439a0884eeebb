using FollowUp.Domain.Projects;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Thanks the client who told how the project ended, and says how to come back.</summary>
static class OutcomeThanksMail
{
    public static MailContent Build(MailContext mail) => mail.Project.Outcome switch
    {
        { IsWon: true, Provider: { } provider } => Won(mail, mail.Name(provider)),
        { Reason: DeathReason.ChoseElsewhere } => Over(
            mail,
            mail.Say("vous avez choisi un prestataire en dehors de notre site", "you chose a provider outside our website")),
        _ => Over(mail, mail.Say("vous ne donnez pas suite", "you are not going ahead")),
    };

    static MailContent Won(MailContext mail, string provider) => mail.Build(
        mail.Say($"{mail.Title} : belle réussite avec {provider} !", $"{mail.Title}: all the best with {provider}!"),
        mail.Say("Merci de votre confiance.", "Thank you for your trust."),
        new Paragraph(mail.Say(
            $"C’est noté : vous menez votre projet {mail.Title} avec {provider}. Toutes nos félicitations, et merci de votre confiance.",
            $"Noted: you chose {provider} for your project {mail.Title}. Congratulations, and thank you for your trust.")),
        new Paragraph(mail.Say(
            "Notre suivi s’arrête ici. En cas de difficulté, ou pour un prochain projet, répondez à ce mail.",
            "Our follow-up ends here. Should anything go wrong, or for a next project, reply to this email.")));

    static MailContent Over(MailContext mail, string what) => mail.Build(
        mail.Say($"{mail.Title} : c’est noté, merci", $"{mail.Title}: noted, thank you"),
        mail.Say("Nous ne vous relancerons plus sur ce projet.", "We will not write about this project again."),
        new Paragraph(mail.Say(
            $"C’est noté : {what} pour votre projet {mail.Title}. Merci de nous l’avoir dit, nous ne vous relancerons plus à son sujet.",
            $"Noted: {what} with your project {mail.Title}. Thank you for telling us; we will not write about it again.")),
        new Paragraph(mail.Say(
            "Si vous changez d’avis, répondez simplement à ce mail : nous le rouvrirons.",
            "If you change your mind, simply reply to this email: we will reopen it.")));
}
