using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using Microsoft.Extensions.Options;

namespace FollowUp.Web;

/// <summary>Writes the mails of the follow-up: finds the reader, lets the kind's own class say it, renders it twice.</summary>
sealed class MailWriter(
    IDirectory directory, LinkBuilder links, MailRenderer renderer, WorkingCalendar calendar, IOptions<MailOptions> mail,
    IOptions<PagesOptions> pages, ReplyTokens tokens) : IMailWriter
{
    public async ValueTask<OutgoingMail?> Write(MailRequest letter, CancellationToken cancellation)
    {
        letter = await WithManager(letter, cancellation);
        if (MailReader.Of(letter) is not { } reader)
        {
            return null;
        }

        var matter = new MailMatter(
            letter, reader.Language, mail.Value, pages.Value, links, calendar, await Names(letter, cancellation));
        var text = MailCatalogue.Write(matter);
        var optOut = IsRelaunch(letter.Message.Kind)
            ? new Link(
                LinkPurpose.Unsubscribe, letter.Project.Id, letter.Project.Generation, letter.Message.CausedBy, letter.Project.ClientId,
                letter.Now + LinkBuilder.Lifetime(LinkPurpose.Unsubscribe))
            : null;
        text = MailFooters.Add(text, matter, optOut);
        var replyTo = await ReplyTo(letter, cancellation);
        return MailFields.Checked(new OutgoingMail(
            letter.Message.Id,
            letter.Project.Id,
            reader.Address,
            reader.Name,
            From(letter, mail.Value.DepartmentName),
            replyTo,
            text.Subject,
            PlainText.Of(text),
            await renderer.Html(text),
            optOut is null ? ImmutableDictionary<string, string>.Empty : OptOutHeaders(links.UnsubscribeAddress(optOut)),
            LinksOf(text),
            letter.Message.Kind == MessageKind.CallAgreed ? AgreedCallCalendar.Of(matter, replyTo) : null));
    }

    /// <summary>Clients and providers hear from the person who will answer; staff, whom a program writes to, from the department.</summary>
    static string From(MailRequest letter, string department) => letter is { Message.To: not RecipientKind.Staff, InCharge: { } inCharge }
        ? $"{inCharge.Name} · {department}"
        : department;

    /// <summary>The mails that a client may have enough of.</summary>
    public static bool IsRelaunch(MessageKind kind) => kind is MessageKind.RelaunchFirst or MessageKind.RelaunchLater
        or MessageKind.RelaunchAfterSnooze or MessageKind.Warning or MessageKind.LightMail;

    public static ImmutableArray<string> LinksOf(MailText text) =>
    [
        .. text.Body.SelectMany(AddressesOf).Select(address => address.AbsoluteUri),
        .. text.Footer.Where(f => f.Address is not null).Select(f => f.Address!.AbsoluteUri),
    ];

    static IEnumerable<Uri> AddressesOf(MailBlock block) => block switch
    {
        Offers offers => [offers.Address],
        Entries entries => entries.Lines.Select(line => line.Address),
        _ => [],
    };

    static ImmutableDictionary<string, string> OptOutHeaders(Uri address) => ImmutableDictionary<string, string>.Empty
        .Add("List-Unsubscribe", $"<{address.AbsoluteUri}>")
        .Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");

    /// <summary>
    /// A client answers the project, a provider whoever is in charge of it; neither a provider’s answer nor that of staff is a client’s sign
    /// of life.
    /// </summary>
    async ValueTask<string> ReplyTo(MailRequest letter, CancellationToken cancellation) => letter.Message.To switch
    {
        RecipientKind.Client => mail.Value.ReplyTo(await tokens.For(letter.Project, cancellation)),
        RecipientKind.Provider when letter.InCharge is { } inCharge => inCharge.Id,
        _ => mail.Value.ReplyTo(),
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
    async ValueTask<ImmutableDictionary<string, string>> Names(MailRequest letter, CancellationToken cancellation)
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
