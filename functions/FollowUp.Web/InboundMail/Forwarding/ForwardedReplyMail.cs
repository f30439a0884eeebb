using FollowUp.Application.People;
using FollowUp.Domain.Text;
using FollowUp.Web.Mails;
using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.InboundMail.Forwarding;

/// <summary>The mail to staff with a message that a human must read: its sender or its project is uncertain.</summary>
static class ForwardedReplyMail
{
    /// <param name="why">The code of <see cref="InboundMailResponse.Why"/>.</param>
    public static MailContent Write(
        Staff reader, IReadOnlyList<(string Title, Uri Page)> projects, string sender, string text, string why, MailOptions department)
    {
        var language = reader.Languages.IsDefaultOrEmpty ? Language.French : reader.Languages[0];
        string Say(string french, string english) => new LocalizedText(french, english).In(language);
        var title = projects is [var one] ? Say($"« {one.Title} »", $"“{one.Title}”")
            : Say($"{projects.Count} projets", $"{projects.Count} projects");
        var reason = why switch
        {
            "several-projects" => Say(
                "Cette adresse est celle d’un client qui a plusieurs projets, et rien ne dit duquel il parle. Aucun n’a bougé.",
                "This is the address of a client with several projects, and nothing tells which one is meant. None of them has moved."),
            "unproven-sender" => Say(
                "Ce mail porte l’adresse du client, mais rien ne prouve qu’il vient de lui. Il ne compte pas comme un signe de vie.",
                "This email bears the client’s address, but nothing proves that it comes from them. It does not count as a sign of life."),
            "same-message-id" => Say(
                "Ce mail porte l’identifiant d’un mail déjà noté, avec un autre texte. Il ne compte pas comme un signe de vie.",
                "This email has the id of an email that is recorded already, with another text. It does not count as a sign of life."),
            "challenge" => Say(
                "Un filtre retient nos mails devant la boîte du client : il demande qu’une personne réponde à ce mail. Le client n’a rien lu.",
                "A filter holds our emails back from the client: it asks that a person answers this email. The client has read nothing."),
            "another-sender" => Say(
                "Ce mail répond au client ou à sa place, depuis une autre adresse que la sienne. Il ne compte pas comme un signe de vie.",
                "This email answers the client or in their place, from another address than theirs. It does not count as a sign of life."),
            _ => Say(
                "Ce mail vient de l’adresse du client, mais un programme a pu l’écrire. Il ne compte pas comme un signe de vie.",
                "This email comes from the client’s address, but a program may have written it. It does not count as a sign of life."),
        };
        return new MailContent(
            language,
            projects.Count == 1 ? Say($"{title} : un mail à lire", $"{title}: an email to read")
                : Say($"Un mail à lire, sur {title}", $"An email to read, about {title}"),
            reason,
            Say($"Bonjour {reader.Name.Split(' ')[0]},", $"Dear {reader.Name.Split(' ')[0]},"),
            [
                new Paragraph(Say($"{sender} a écrit au sujet de {title} :", $"{sender} wrote about {title}:")),
                new Quote(text),
                new Paragraph(reason),
                new Paragraph(Say(
                    "Si c’est bien le client qui parle, notez sa réponse sur la page du projet : la cadence repart alors de zéro.",
                    "If it is the client who speaks, write the reply down on the project’s page: the cadence then starts over.")),
                .. projects.Select(p => new ActionButton(
                    projects.Count == 1 ? Say("Ouvrir le projet", "Open the project") : Say($"Ouvrir « {p.Title} »", $"Open “{p.Title}”"), p.Page)),
            ],
            [department.DepartmentName],
            []);
    }
}
