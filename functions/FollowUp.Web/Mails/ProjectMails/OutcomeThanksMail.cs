using FollowUp.Domain.Projects;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>The client told how the project ended: thanks, and a door left open.</summary>
static class OutcomeThanksMail
{
    public static MailContent Build(MailContext m) => m.Project.Outcome switch
    {
        { IsWon: true, Provider: { } provider } => Won(m, m.Name(provider)),
        { Reason: DeathReason.ChoseElsewhere } => Over(
            m,
            m.Say("vous avez choisi un prestataire en dehors de notre site", "you chose a provider outside our website")),
        _ => Over(m, m.Say("vous ne donnez pas suite", "you are not going ahead")),
    };

    static MailContent Won(MailContext m, string provider) => m.Build(
        m.Say($"{m.Title} : belle réussite avec {provider} !", $"{m.Title}: all the best with {provider}!"),
        m.Say("Merci de votre confiance.", "Thank you for your trust."),
        new Paragraph(m.Say(
            $"C’est noté : vous menez votre projet {m.Title} avec {provider}. Toutes nos félicitations, et merci de votre confiance.",
            $"Noted: {provider} will carry out your project {m.Title}. Congratulations, and thank you for your trust.")),
        new Paragraph(m.Say(
            "Notre suivi s’arrête ici. En cas de difficulté, ou pour un prochain projet, répondez à ce mail.",
            "Our follow-up ends here. Should anything go wrong, or for a next project, reply to this mail.")));

    static MailContent Over(MailContext m, string what) => m.Build(
        m.Say($"{m.Title} : c’est noté, merci", $"{m.Title}: noted, thank you"),
        m.Say("Nous ne vous relancerons plus sur ce projet.", "We will not write about this project again."),
        new Paragraph(m.Say(
            $"C’est noté : {what} pour votre projet {m.Title}. Merci de nous l’avoir dit, nous ne vous relancerons plus à son sujet.",
            $"Noted: {what} with your project {m.Title}. Thank you for telling us; we will not write about it again.")),
        new Paragraph(m.Say(
            "Si vous changez d’avis, répondez simplement à ce mail : nous le rouvrirons.",
            "If you change your mind, simply reply to this mail: we will reopen it.")));
}
