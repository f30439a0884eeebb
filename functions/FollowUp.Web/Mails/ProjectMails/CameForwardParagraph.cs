using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.ProjectMails;

/// <summary>Tells the client who came forward, by name. No other reader is ever told.</summary>
static class CameForwardParagraph
{
    public static MailBlock[] Build(MailContext m)
    {
        var names = m.Project.Providers.Where(p => p.Acted).Select(p => m.Name(p.Provider)).ToArray();
        return names switch
        {
            [] => [],
            [var one] => [new Paragraph(m.Say(
                $"Un prestataire s’est manifesté : {one}.", $"One provider has come forward: {one}."))],
            [.. var others, var last] => [new Paragraph(m.Say(
                $"Des prestataires se sont manifestés : {string.Join(", ", others)} et {last}.",
                $"These providers have come forward: {string.Join(", ", others)} and {last}."))],
        };
    }
}
