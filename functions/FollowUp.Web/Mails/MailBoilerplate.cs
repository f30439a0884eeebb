using System.Collections.Immutable;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Web.Links;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Mails;

/// <summary>Greeting, signature and the small print, which depend on the reader and not on the mail.</summary>
static class MailBoilerplate
{
    /// <param name="optOut">The link by which a client ends these mails; null where the mail is none of those.</param>
    public static MailContent Add(MailContent text, MailContext m, Link? optOut) => text with
    {
        Greeting = Greeting(m),
        Closing = m.Message.To == RecipientKind.Staff ? null : m.Say("Bien à vous,", "Kind regards,"),
        Signature = Signature(m),
        Footer = [new(m.Say($"Projet n° {m.Project.Id}", $"Project no. {m.Project.Id}")), new(ReasonForMail(m)), .. OptOutLines(m, optOut)],
    };

    /// <summary>Why the reader gets it.</summary>
    static string ReasonForMail(MailContext m) => (m.Message.To, m.Message.Kind) switch
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
    static ImmutableArray<FooterLine> OptOutLines(MailContext m, Link? optOut) => (m.Message.To, optOut) switch
    {
        // The button of these leads to the client's page already.
        (RecipientKind.Client, { }) =>
            [new(m.Say("Ne plus recevoir de mails sur ce projet", "Receive no more mails about this project"), m.Links.FormatAddress(optOut))],
        (RecipientKind.Client, _) when !LeadsToPage(m.Message.Kind) => [new(
            m.Project.IsOpen
                ? m.Say(
                    "Votre page de suivi, pour tout voir, faire une pause ou tout arrêter",
                    "Your project’s page, to see everything, pause or stop it all")
                : m.Say("Votre page de suivi", "Your project’s page"),
            m.CreateClientLink(LinkPurpose.ClientPage))],
        _ => [],
    };

    static bool LeadsToPage(MessageKind kind) => kind is MessageKind.CallAgreed or MessageKind.Validated;

    static string Greeting(MailContext m)
    {
        var name = m.Message.To switch
        {
            RecipientKind.Client => m.Request.Dossier?.Name,
            RecipientKind.Staff => m.Request.ToStaff?.Name.Split(' ')[0],
            _ => null,
        };
        return string.IsNullOrWhiteSpace(name) ? m.Say("Bonjour,", "Hello,") : m.Say($"Bonjour {name},", $"Dear {name},");
    }

    static ImmutableArray<string> Signature(MailContext m)
    {
        if (m.Message.To == RecipientKind.Staff)
        {
            return [m.Department.DepartmentName];
        }

        var phone = m.Request.InCharge?.Phone ?? m.Department.DepartmentPhone;
        return m.Request.InCharge is { } coordinator
            ? [coordinator.Name, m.Department.DepartmentName, PhoneFormatter.Format(phone, m.Language)]
            : [m.Department.DepartmentName, PhoneFormatter.Format(phone, m.Language)];
    }
}
