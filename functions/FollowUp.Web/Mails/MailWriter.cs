using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Web.Links;
using FollowUp.Web.Mails.Addressing;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Mails.ProjectMails;
using FollowUp.Web.Mails.Rendering;
using FollowUp.Web.Shared.Setup;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Mails;

/// <summary>Writes the mails of the follow-up: finds the reader, lets the kind's own class say it, renders it twice.</summary>
sealed class MailWriter(
    IDirectory directory, LinkTokens links, MailRenderer renderer, WorkingCalendar calendar, IOptions<MailOptions> mail,
    IOptions<PagesOptions> pages, ReplyTokens tokens) : IMailWriter
{
    public async ValueTask<OutgoingMail?> Write(MailRequest letter, CancellationToken cancellation)
    {
        letter = await WithManager(letter, cancellation);
        if (MailRecipient.Resolve(letter) is not { } reader)
        {
            return null;
        }

        var matter = new MailContext(
            letter, reader.Language, mail.Value, pages.Value, links, calendar, await LoadProviderNames(letter, cancellation));
        var text = MailCatalogue.Build(matter);
        var optOut = IsRelaunch(letter.Message.Kind)
            ? new Link(
                LinkPurpose.Unsubscribe, letter.Project.Id, letter.Project.Generation, letter.Message.CausedBy, letter.Project.ClientId,
                letter.Now + LinkTokens.GetLifetime(LinkPurpose.Unsubscribe))
            : null;
        text = MailBoilerplate.Add(text, matter, optOut);
        var replyTo = await GetReplyAddress(letter, cancellation);
        return MailHeaderGuard.EnsureSingleLines(new OutgoingMail(
            letter.Message.Id,
            letter.Project.Id,
            reader.Address,
            reader.Name,
            GetFromName(letter, mail.Value.DepartmentName),
            replyTo,
            text.Subject,
            PlainTextRenderer.Render(text),
            await renderer.RenderHtml(text),
            optOut is null ? ImmutableDictionary<string, string>.Empty : OptOutHeaders(links.FormatUnsubscribeAddress(optOut)),
            GetLinks(text),
            letter.Message.Kind == MessageKind.CallAgreed ? AgreedCallCalendar.Format(matter, replyTo) : null));
    }

    /// <summary>Clients and providers hear from the person who will answer; staff, whom a program writes to, from the department.</summary>
    static string GetFromName(MailRequest letter, string department) => letter is { Message.To: not RecipientKind.Staff, InCharge: { } inCharge }
        ? $"{inCharge.Name} · {department}"
        : department;

    /// <summary>The mails that a client may have enough of.</summary>
    public static bool IsRelaunch(MessageKind kind) => kind is MessageKind.RelaunchFirst or MessageKind.RelaunchLater
        or MessageKind.RelaunchAfterSnooze or MessageKind.Warning or MessageKind.LightMail;

    public static ImmutableArray<string> GetLinks(MailContent text) =>
    [
        .. text.Body.SelectMany(GetAddresses).Select(address => address.AbsoluteUri),
        .. text.Footer.Where(f => f.Address is not null).Select(f => f.Address!.AbsoluteUri),
    ];

    static IEnumerable<Uri> GetAddresses(MailBlock block) => block switch
    {
        ActionButton offers => [offers.Address],
        LinkList entries => entries.Items.Select(line => line.Address),
        _ => [],
    };

    static ImmutableDictionary<string, string> OptOutHeaders(Uri address) => ImmutableDictionary<string, string>.Empty
        .Add("List-Unsubscribe", $"<{address.AbsoluteUri}>")
        .Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");

    /// <summary>
    /// A client answers the project, a provider whoever is in charge of it; neither a provider’s answer nor that of staff is a client’s sign
    /// of life.
    /// </summary>
    async ValueTask<string> GetReplyAddress(MailRequest letter, CancellationToken cancellation) => letter.Message.To switch
    {
        RecipientKind.Client => mail.Value.FormatReplyAddress(await tokens.GetOrCreate(letter.Project, cancellation)),
        RecipientKind.Provider when letter.InCharge is { } inCharge => inCharge.Id,
        _ => mail.Value.FormatReplyAddress(),
    };

    /// <summary>What concerns a project that no coordinator is in charge of goes to the manager.</summary>
    async ValueTask<MailRequest> WithManager(MailRequest letter, CancellationToken cancellation)
    {
        if (letter.Message is not { To: RecipientKind.Staff, Recipient: null or NextAction.ByManager } || letter.ToStaff is not null)
        {
            return letter;
        }

        var staff = await directory.AllStaff(cancellation);
        return letter with { ToStaff = staff.Where(s => s.Role == Role.Manager).OrderBy(s => s.Id, StringComparer.Ordinal).FirstOrDefault() };
    }

    /// <summary>What the providers that the mail may speak of are called.</summary>
    async ValueTask<ImmutableDictionary<string, string>> LoadProviderNames(MailRequest letter, CancellationToken cancellation)
    {
        var spokenOf = letter.Project.Providers.Where(p => p.Acted).Select(p => p.Provider)
            .Append((letter.Cause?.Event as QuestionAsked)?.Provider)
            .Append(letter.Project.Outcome?.Provider);
        var names = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var id in spokenOf.OfType<string>().Distinct())
        {
            if (await directory.FindProvider(id, cancellation) is { } provider)
            {
                names[id] = provider.Name;
            }
        }

        return names.ToImmutable();
    }
}
