using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Application.ProviderFeeds;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Web.Links;
using FollowUp.Web.Links.ProviderPages;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.PublicPages;
using FollowUp.Web.Shared.Setup;
using FollowUp.Web.Shared.Wording;
using Microsoft.Extensions.Options;
using NodaTime.Extensions;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>Tells a provider that projects on which it acted have moved, with the link to its own page.</summary>
sealed class ProviderNewsMailBuilder(
    IDirectory directory, ProviderProjectQuery projects, LinkTokens tokens, WorkingCalendar calendar, IOptionsMonitor<MailOptions> department,
    IOptionsMonitor<PagesOptions> pages, TimeProvider time)
{
    const int MaxProjects = 20;

    /// <returns>Null when the provider wants no mail any more, its subscription has ended, or nothing is left to tell.</returns>
    public async Task<AddressedMail?> Build(DepartmentMail mail, CancellationToken cancellation)
    {
        var now = time.GetCurrentInstant();
        if (await directory.FindProvider(mail.Recipient, cancellation) is not { WantsMails: true } provider || !provider.HasPrivilege(calendar.DateOf(now)))
        {
            return null;
        }

        var moved = await projects.Load(provider, provider.Language, mail.Since, cancellation);
        if (moved.IsEmpty)
        {
            return null;
        }

        string Say(string french, string english) => provider.Language.Pick(french, english);
        var (link, sender) = (ProviderLinks.Create(provider, now), department.CurrentValue);
        var page = tokens.FormatAddress(link);
        var content = new MailContent(
            provider.Language,
            moved.Length == 1
                ? Say("Un projet sur lequel vous vous êtes manifesté a bougé", "A project on which you came forward has moved")
                : Say($"{moved.Length} projets sur lesquels vous vous êtes manifesté ont bougé", $"{moved.Length} projects on which you came forward have moved"),
            Say("Ce que le suivi a appris depuis le dernier mail.", "What the follow-up has learned since the last mail."),
            Say("Bonjour,", "Hello,"),
            [
                new Paragraph(moved.Length == 1
                    ? Say("Voici où il en est :", "This is where it stands:")
                    : Say("Voici où ils en sont :", "This is where they stand:")),
                new DefinitionList([.. moved.Take(MaxProjects).Select(project => (Name(project, provider.Language), Describe(project, provider.Language)))]),
                .. moved.Length > MaxProjects ? [new Paragraph(Say($"Et {moved.Length - MaxProjects} autres, sur votre page.", $"And {moved.Length - MaxProjects} others, on your page."))] : Array.Empty<MailBlock>(),
                new ActionButton(Say("Voir ma page", "See my page"), page),
                new Paragraph(Say(
                    "Le client reste seul maître de sa décision. Ce mail ne vous demande rien : il vous informe.",
                    "The decision is the client’s alone. This mail asks nothing of you: it informs you.")),
            ],
            [sender.DepartmentName, PhoneFormatter.Format(sender.DepartmentPhone, provider.Language)],
            [
                new FooterLine(Say(
                    "Vous recevez ce mail, un par jour ouvré au plus, parce que vous l’avez demandé avec votre abonnement privilège.",
                    "You receive this email, one a working day at most, because you asked for it with your privilege subscription.")),
                new FooterLine(
                    Say("Notre charte : ce que nous faisons, ce que nous ne faisons pas", "Our charter: what we do, what we do not do"),
                    pages.CurrentValue.PublicPage(PublicPageAddresses.Charter, provider.Language)),
                new FooterLine(Say("Ne plus recevoir ce mail", "Stop this email"), page),
            ])
        {
            Closing = Say("Bien à vous,", "Kind regards,"),
        };
        return new AddressedMail(provider.Email, provider.Name, content) { UnsubscribeAddress = tokens.FormatUnsubscribeAddress(link) };
    }

    static string Name(ProviderProject project, Language language) =>
        $"{(project.Title ?? language.Pick($"Projet {project.View.Project.Id}", $"Project {project.View.Project.Id}")).ToOneLine()}{language.Pick("\u00a0:", ":")}";

    static string Describe(ProviderProject project, Language language)
    {
        var parts = new List<string>();
        if (project.Feed?.Phase is { } phase)
        {
            parts.Add(TimelineText.GetPhaseName(phase).In(language));
        }

        if (project.Feed?.ClientSays is { } says)
        {
            parts.Add(language.Pick($"le client dit : {says}", $"the client says: {says}"));
        }

        return parts.Count == 0 ? language.Pick("du nouveau, sur votre page", "news, on your page") : string.Join(", ", parts);
    }
}
