namespace FollowUp.Web;

/// <summary>Tells the client who came forward, by name. No other reader is ever told.</summary>
static class CameForward
{
    public static MailBlock[] In(MailMatter m)
    {
        var names = m.Project.Providers.Where(p => p.Acted).Select(p => m.Name(p.Provider)).ToArray();
        return names switch
        {
            [] => [],
            [var one] => [new Says(m.Say(
                $"Un prestataire s’est manifesté : {one}.", $"One provider has come forward: {one}."))],
            [.. var others, var last] => [new Says(m.Say(
                $"Des prestataires se sont manifestés : {string.Join(", ", others)} et {last}.",
                $"These providers have come forward: {string.Join(", ", others)} and {last}."))],
        };
    }
}
