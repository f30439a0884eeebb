using System.Collections.Immutable;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects.NextActions;

namespace FollowUp.Web;

/// <summary>Greeting, signature and the small print, which depend on the reader and not on the mail.</summary>
static class MailFooters
{
    /// <param name="optOut">The link by which a client ends these mails; null where the mail is none of those.</param>
    public static MailText Add(MailText text, MailMatter m, Link? optOut) => text with
    {
        Greeting = Greeting(m),
        Closing = m.Message.To == RecipientKind.Staff ? null : m.Say("Bien à vous,", "Kind regards,"),
        Signature = Signature(m),
        Footer = [new(m.Say($"Projet n° {m.Project.Id}", $"Project no. {m.Project.Id}")), new(Why(m)), .. WayOut(m, optOut)],
    };

    /// <summary>Why the reader gets it.</summary>
    static string Why(MailMatter m) => (m.Message.To, m.Message.Kind) switch
    {
        (RecipientKind.Client, _) => m.Say(
            "Vous recevez ce mail parce que vous avez déposé ce projet sur notre site.",
            "You receive this mail because you posted this project on our website."),
        (RecipientKind.Provider, MessageKind.GoodChances) => m.Say(
            "Vous recevez ce mail parce que vous vous êtes manifesté sur ce projet. Il n’y en aura pas d’autre de ce genre pour ce projet.",
            "You receive this mail because you came forward on this project. There will be no other of its kind for this project."),
        (RecipientKind.Provider, _) => m.Say(
            "Vous recevez ce mail parce que vous nous avez posé une question sur ce projet.",
            "You receive this mail because you asked us a question about this project."),
        (_, MessageKind.TakeOverRequest) when m.Message.Recipient != NextAction.ByManager => m.Say(
            "Vous recevez ce mail parce que ce projet pourrait vous être confié le temps d’une absence.",
            "You receive this mail because this project could be yours for the time of an absence."),
        _ when m.Message.Recipient is null or NextAction.ByManager => m.Say(
            "Vous recevez ce mail comme responsable du suivi.", "You receive this mail as the manager of the follow-up."),
        _ => m.Say(
            "Vous recevez ce mail parce que ce projet vous est confié.", "You receive this mail because this project is in your charge."),
    };

    /// <summary>How it stops, for the one reader whose project it is.</summary>
    static ImmutableArray<MailFoot> WayOut(MailMatter m, Link? optOut) => (m.Message.To, optOut) switch
    {
        // The button of these leads to the client's page already.
        (RecipientKind.Client, { }) =>
            [new(m.Say("Ne plus recevoir de mails sur ce projet", "Receive no more mails about this project"), m.Links.Address(optOut))],
        (RecipientKind.Client, _) when !LeadsToPage(m.Message.Kind) => [new(
            m.Project.IsOpen
                ? m.Say(
                    "Votre page de suivi, pour tout voir, faire une pause ou tout arrêter",
                    "Your project’s page, to see everything, pause or stop it all")
                : m.Say("Votre page de suivi", "Your project’s page"),
            m.ClientLink(LinkPurpose.ClientPage))],
        _ => [],
    };

    static bool LeadsToPage(MessageKind kind) => kind is MessageKind.CallAgreed or MessageKind.Validated;

    static string Greeting(MailMatter m)
    {
        var name = m.Message.To switch
        {
            RecipientKind.Client => m.Letter.Dossier?.Name,
            RecipientKind.Staff => m.Letter.ToStaff?.Name.Split(' ')[0],
            _ => null,
        };
        return string.IsNullOrWhiteSpace(name) ? m.Say("Bonjour,", "Hello,") : m.Say($"Bonjour {name},", $"Dear {name},");
    }

    static ImmutableArray<string> Signature(MailMatter m)
    {
        if (m.Message.To == RecipientKind.Staff)
        {
            return [m.Department.DepartmentName];
        }

        var phone = m.Letter.InCharge?.Phone ?? m.Department.DepartmentPhone;
        return m.Letter.InCharge is { } coordinator
            ? [coordinator.Name, m.Department.DepartmentName, Phones.Display(phone, m.Language)]
            : [m.Department.DepartmentName, Phones.Display(phone, m.Language)];
    }
}
