using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>The names of the providers that have acted on the project, for mails to its client only.</summary>
static class CameForwardParagraph
{
    public static MailBlock[] Build(MailContext mail)
    {
        var names = mail.Project.Providers.Where(p => p.Acted).Select(p => mail.Name(p.Provider)).ToArray();
        return names switch
        {
            [] => [],
            [var one] => [new Paragraph(mail.Say(
                $"Un prestataire s’est manifesté : {one}.", $"One provider has come forward: {one}."))],
            [.. var others, var last] => [new Paragraph(mail.Say(
                $"Des prestataires se sont manifestés : {string.Join(", ", others)} et {last}.",
                $"These providers have come forward: {string.Join(", ", others)} and {last}."))],
        };
    }
}
