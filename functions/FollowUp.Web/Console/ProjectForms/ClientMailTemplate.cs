using System.Collections.Immutable;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Console.ProjectForms;

/// <summary>A text that staff begin a mail to a client with, and change as they like. Greeting and signature are added to the mail.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Name">Its name on the page.</param>
/// <param name="Subject">The subject, in the client's language.</param>
/// <param name="Text">The text, in the client's language.</param>
public sealed record ClientMailTemplate(string Key, LocalizedText Name, LocalizedText Subject, LocalizedText Text)
{
    public static readonly ImmutableArray<ClientMailTemplate> All =
    [
        new(
            "news",
            new("Prendre des nouvelles", "Ask for news"),
            new("où en êtes-vous ?", "how is it going?"),
            new(
                "Je prends des nouvelles de votre projet. Où en êtes-vous : les propositions reçues vous conviennent-elles, ou cherchez-vous encore ?\n\nUne ligne en réponse suffit.",
                "I am writing to ask how your project is going. Do the proposals that you received suit you, or are you still looking?\n\nA line in reply is enough.")),
        new(
            "details",
            new("Demander des précisions", "Ask for details"),
            new("quelques précisions", "a few details"),
            new(
                "Pour que les prestataires vous répondent au plus juste, il nous manque quelques précisions :\n\n- \n\nPouvez-vous nous les donner en réponse à ce mail ?",
                "So that providers can answer you accurately, we are missing a few details:\n\n- \n\nCould you send them in reply to this email?")),
        new(
            "call",
            new("Proposer un appel", "Suggest a call"),
            new("un moment pour en parler", "a time to talk"),
            new(
                "Quelques minutes au téléphone nous feraient gagner du temps à tous deux. Quel jour et à quelle heure puis-je vous appeler, et à quel numéro ?",
                "A few minutes on the phone would save us both time. On what day and at what time may I call you, and on which number?")),
        new(
            "after-call",
            new("Résumer un appel", "Sum up a call"),
            new("notre échange", "our conversation"),
            new(
                "Merci pour notre échange. Voici ce que j’en ai retenu :\n\n- \n\nDites-moi si j’ai mal compris quelque chose.",
                "Thank you for our conversation. This is what I took from it:\n\n- \n\nPlease tell me if I got something wrong.")),
        new(
            "answer",
            new("Répondre à une question", "Answer a question"),
            new("notre réponse", "our answer"),
            new(
                "Merci pour votre message. Voici notre réponse :\n\n",
                "Thank you for your message. This is our answer:\n\n")),
    ];

    /// <returns>Null for an unknown name.</returns>
    public static ClientMailTemplate? Find(string? key) => All.FirstOrDefault(template => template.Key == key);
}
