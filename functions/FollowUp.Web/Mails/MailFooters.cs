using System.Collections.Immutable;
using FollowUp.Domain;

namespace FollowUp.Web;

/// <summary>Greeting, signature and the small print, which depend on the reader and not on the mail.</summary>
static class MailFooters
{
    /// <param name="optOut">The link by which a client ends these mails; null where the mail is none of those.</param>
    public static MailText Add(MailText text, MailMatter m, Link? optOut) => text with
    {
        Greeting = Greeting(m),
        Signature = Signature(m),
        Footer = m.Message.To switch
        {
            RecipientKind.Client => Client(m, optOut),
            RecipientKind.Provider =>
            [
                Number(m),
                new(m.Say(
                    "Vous recevez ce mail parce que vous vous êtes manifesté sur ce projet.",
                    "You receive this mail because you came forward on this project.")),
            ],
            _ => [Number(m)],
        },
    };

    static ImmutableArray<MailFoot> Client(MailMatter m, Link? optOut)
    {
        var foot = ImmutableArray.CreateBuilder<MailFoot>();
        foot.Add(Number(m));
        foot.Add(new(m.Say(
            "Vous recevez ce mail parce que vous avez déposé ce projet sur notre site.",
            "You receive this mail because you posted this project on our website.")));

        // The button of a relaunch, and of an agreed call, leads to the client's page already.
        if (optOut is null && m.Message.Kind != MessageKind.CallAgreed)
        {
            foot.Add(new(m.Say("Votre page de suivi", "Your project’s page"), m.ClientLink(LinkPurpose.ClientPage)));
        }

        if (optOut is not null)
        {
            foot.Add(new(
                m.Say("Ne plus recevoir de mails sur ce projet", "Receive no more mails about this project"), m.Links.Address(optOut)));
        }

        return foot.ToImmutable();
    }

    static MailFoot Number(MailMatter m) => new(m.Say($"Projet n° {m.Project.Id}", $"Project no. {m.Project.Id}"));

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
