using System.Collections.Immutable;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Web.Links;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.PublicPages;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Mails;

/// <summary>Greeting, signature and small print, which depend on the recipient more than on the kind of mail.</summary>
static class MailBoilerplate
{
    /// <summary>Adds them to a mail.</summary>
    /// <param name="optOut">The link by which a client stops the relaunches; null for other mails.</param>
    public static MailContent Add(MailContent text, MailContext mail, Link? optOut) => text with
    {
        Greeting = Greeting(mail),
        Closing = mail.Message.To == RecipientKind.Staff ? null : mail.Say("Bien à vous,", "Kind regards,"),
        Signature = Signature(mail),
        Footer = [new(ProjectNumbers(mail)), new(ReasonForMail(mail)), .. CharterLine(mail), .. OptOutLines(mail, optOut)],
    };

    static string ProjectNumbers(MailContext mail) => mail.Request.Parts.IsEmpty
        ? mail.Say($"Projet n° {mail.Project.Id}", $"Project no. {mail.Project.Id}")
        : mail.Say(
            $"Projets n° {string.Join(", ", mail.Request.Parts.Select(part => part.Project.Id).Prepend(mail.Project.Id))}",
            $"Projects no. {string.Join(", ", mail.Request.Parts.Select(part => part.Project.Id).Prepend(mail.Project.Id))}");

    /// <summary>Why the recipient gets the mail.</summary>
    static string ReasonForMail(MailContext mail) => (mail.Message.To, mail.Message.Kind) switch
    {
        (RecipientKind.Client, _) when !mail.Request.Parts.IsEmpty => mail.Say(
            "Vous recevez ce mail parce que vous avez déposé ces projets sur notre site. Il remplace un mail pour chacun.",
            "You receive this email because you posted these projects on our website. It replaces an email about each."),
        (RecipientKind.Client, _) => mail.Say(
            "Vous recevez ce mail parce que vous avez déposé ce projet sur notre site.",
            "You receive this email because you posted this project on our website."),
        (RecipientKind.Provider, MessageKind.GoodChances) => mail.Say(
            "Vous recevez ce mail parce que vous vous êtes manifesté sur ce projet. Il n’y en aura pas d’autre de ce genre pour ce projet.",
            "You receive this email because you came forward on this project. There will be no other of its kind for this project."),
        (RecipientKind.Provider, MessageKind.ProviderHandedOver) => mail.Say(
            "Vous recevez ce mail parce que vous avez parlé de ce projet avec notre service commercial.",
            "You receive this email because you talked about this project with our sales people."),
        (RecipientKind.Provider, _) => mail.Say(
            "Vous recevez ce mail parce que vous nous avez posé une question sur ce projet.",
            "You receive this email because you asked us a question about this project."),
        (_, MessageKind.TakeOverRequest) when mail.Message.Recipient != NextAction.ByManager => mail.Say(
            "Vous recevez ce mail parce que ce projet pourrait vous être confié le temps d’une absence.",
            "You receive this email because this project could be yours for the time of an absence."),
        _ when mail.Message.Recipient is null or NextAction.ByManager => mail.Say(
            "Vous recevez ce mail comme responsable du suivi.", "You receive this email as the manager of the follow-up."),
        _ => mail.Say(
            "Vous recevez ce mail parce que ce projet vous est confié.", "You receive this email because this project is in your charge."),
    };

    /// <summary>Providers read in each mail what the department does for them and what it does not do.</summary>
    static ImmutableArray<FooterLine> CharterLine(MailContext mail) => mail.Message.To == RecipientKind.Provider
        ? [new(mail.Say("Notre charte : ce que nous faisons, ce que nous ne faisons pas", "Our charter: what we do, what we do not do"), mail.Pages.PublicPage(PublicPageAddresses.Charter, mail.Language))]
        : [];

    /// <summary>How a client stops the mails; nothing for other recipients.</summary>
    static ImmutableArray<FooterLine> OptOutLines(MailContext mail, Link? optOut) => (mail.Message.To, optOut) switch
    {
        (RecipientKind.Client, { }) =>
            [new(
                mail.Request.Parts.IsEmpty
                    ? mail.Say("Ne plus recevoir de mails sur ce projet", "Receive no more emails about this project")
                    : mail.Say("Ne plus recevoir de mails sur ces projets", "Receive no more emails about these projects"),
                mail.Tokens.FormatAddress(optOut))],
        (RecipientKind.Client, _) when !LeadsToPage(mail.Message.Kind) => [new(
            mail.Project.IsOpen
                ? mail.Say(
                    "Votre page de suivi, pour tout voir, faire une pause ou tout arrêter",
                    "Your project’s page, to see everything, pause or stop it all")
                : mail.Say("Votre page de suivi", "Your project’s page"),
            mail.CreateClientLink(LinkPurpose.ClientPage))],
        _ => [],
    };

    /// <summary>Whether the button of the mail leads to the client's page, which makes a second link superfluous.</summary>
    static bool LeadsToPage(MessageKind kind) => kind is MessageKind.CallAgreed or MessageKind.Validated;

    static string Greeting(MailContext mail)
    {
        var name = mail.Message.To switch
        {
            RecipientKind.Client => mail.Request.Dossier?.Name,
            RecipientKind.Staff => mail.Request.ToStaff is { } staff ? TextShape.GetFirstName(staff.Name) : null,
            _ => null,
        };
        return string.IsNullOrWhiteSpace(name) ? mail.Say("Bonjour,", "Hello,") : mail.Say($"Bonjour {name},", $"Dear {name},");
    }

    static ImmutableArray<string> Signature(MailContext mail)
    {
        if (mail.Message.To == RecipientKind.Staff)
        {
            return [mail.Department.DepartmentName];
        }

        var phone = PhoneFormatter.Format(mail.Contact.Phone, mail.Language);
        return mail.Request.InCharge is null
            ? [mail.Department.DepartmentName, phone]
            : [mail.Contact.Name, mail.Department.DepartmentName, phone];
    }
}
