using System.Collections.Immutable;
using FollowUp.Application.Masking;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Web.Legal;
using FollowUp.Web.Links;
using FollowUp.Web.Mails.Addressing;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Mails.ProjectMails;
using FollowUp.Web.Mails.Rendering;
using FollowUp.Web.Shared.Setup;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Mails;

/// <summary>Writes project mails: finds the recipient, builds the content by the kind of mail, and renders it as HTML and as text.</summary>
sealed class MailWriter(
    IDirectory directory, LinkTokens tokens, MailRenderer renderer, WorkingCalendar calendar, IOptionsMonitor<MailOptions> department,
    IOptionsMonitor<PagesOptions> pages, ReplyTokens replyTokens) : IMailWriter
{
    public async ValueTask<OutgoingMail?> Write(MailRequest request, CancellationToken cancellation)
    {
        request = await MaskForProvider(await WithManager(request, cancellation), cancellation);
        if (MailRecipient.Resolve(request) is not { } recipient)
        {
            return null;
        }

        var mail = new MailContext(
            request, recipient.Language, department.CurrentValue, pages.CurrentValue, tokens, calendar, await LoadProviderNames(request, cancellation));
        var text = MailCatalogue.Build(mail);
        var optOut = IsRelaunch(request.Message.Kind) || request.Parts.Any(part => IsRelaunch(part.Entry.Message.Kind))
            ? new Link(
                LinkPurpose.Unsubscribe, request.Project.Id, request.Project.Generation, request.Message.CausedBy, request.Project.ClientId,
                request.Now + LinkTokens.GetLifetime(LinkPurpose.Unsubscribe))
            : null;
        text = MailBoilerplate.Add(text, mail, optOut);
        var foot = text.WithLegalLinks(pages.CurrentValue);
        var replyTo = await GetReplyAddress(request, cancellation);
        return MailHeaderGuard.EnsureSingleLines(new OutgoingMail(
            request.Message.Id,
            request.Project.Id,
            recipient.Address,
            recipient.Name,
            GetFromName(request, department.CurrentValue.DepartmentName),
            replyTo,
            text.Subject,
            PlainTextRenderer.Render(foot),
            await renderer.RenderHtml(foot),
            optOut is null ? AutomaticMailHeaders.All : OptOutHeaders(tokens.FormatUnsubscribeAddress(optOut)),
            GetLinks(text),
            AgreedCallCalendar.FormatOrNull(mail, replyTo))
        {
            Proof = request.Message.To == RecipientKind.Client ? await replyTokens.CreateMailProof(request.Message.Id, cancellation) : null,
        });
    }

    /// <summary>"Camille Aubertin · Suivi Projet" for clients and providers, the department's name for staff.</summary>
    static string GetFromName(MailRequest request, string departmentName) => request is { Message.To: not RecipientKind.Staff, InCharge: { } inCharge }
        ? $"{inCharge.Name} · {departmentName}"
        : departmentName;

    /// <summary>Whether the mail is one that a client can opt out of.</summary>
    public static bool IsRelaunch(MessageKind kind) => kind is MessageKind.RelaunchFirst or MessageKind.RelaunchLater
        or MessageKind.RelaunchAfterSnooze or MessageKind.Warning or MessageKind.LightMail;

    /// <summary>The absolute addresses of the buttons, then those of the small print.</summary>
    public static ImmutableArray<string> GetLinks(MailContent text) =>
    [
        .. text.Body.SelectMany(GetAddresses).Select(address => address.AbsoluteUri),
        .. text.Footer.Where(f => f.Address is not null).Select(f => f.Address!.AbsoluteUri),
    ];

    static IEnumerable<Uri> GetAddresses(MailBlock block) => block switch
    {
        ActionButton button => [button.Address],
        LinkList list => list.Items.Select(item => item.Address),
        _ => [],
    };

    /// <summary>The headers of a mail that its recipient can stop by one click (RFC 8058).</summary>
    public static ImmutableDictionary<string, string> OptOutHeaders(Uri address) => AutomaticMailHeaders.All
        .Add("List-Unsubscribe", $"<{address.AbsoluteUri}>")
        .Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");

    /// <summary>
    /// A client's reply goes to the project's own address, where it is recorded as a sign of life. A provider's reply goes to the staff member in
    /// charge, and that of staff to the department.
    /// </summary>
    async ValueTask<string> GetReplyAddress(MailRequest request, CancellationToken cancellation) => request.Message.To switch
    {
        RecipientKind.Client => department.CurrentValue.FormatReplyAddress(await replyTokens.GetOrCreate(request.Project, cancellation)),
        RecipientKind.Provider when request.InCharge is { } inCharge => inCharge.Id,
        _ => department.CurrentValue.FormatReplyAddress(),
    };

    /// <summary>The manager receives the mails to staff about a project without a coordinator in charge.</summary>
    async ValueTask<MailRequest> WithManager(MailRequest request, CancellationToken cancellation)
    {
        if (request.Message is not { To: RecipientKind.Staff, Recipient: null or NextAction.ByManager } || request.ToStaff is not null)
        {
            return request;
        }

        var staff = await directory.AllStaff(cancellation);
        return request with { ToStaff = staff.FindFirstManager() };
    }

    /// <summary>A mail to a provider without personal data of the client and of other providers, as they are known when it is sent: in the title and in an answer.</summary>
    async ValueTask<MailRequest> MaskForProvider(MailRequest request, CancellationToken cancellation)
    {
        if (request.Message is not { To: RecipientKind.Provider, Recipient: var reader })
        {
            return request;
        }

        var masker = MaskerFactory.Create(request.Dossier, await directory.AllProviders(cancellation), reader);
        return request with
        {
            Dossier = request.Dossier is { } dossier ? dossier with { Title = masker.Mask(dossier.Title) } : null,
            FreeText = request is { Message.Kind: MessageKind.QuestionAnswered, FreeText: { } text }
                ? masker.Mask(text, (request.Cause?.Event as QuestionAnswered)?.AsWritten == true)
                : request.FreeText,
        };
    }

    /// <summary>The names of the providers that the mail may mention.</summary>
    async ValueTask<ImmutableDictionary<string, string>> LoadProviderNames(MailRequest request, CancellationToken cancellation)
    {
        var mentioned = request.Project.Providers.Where(p => p.Acted).Select(p => p.Provider)
            .Append(AskedQuestion.Of(request.Cause?.Event)?.Provider)
            .Append(request.Project.Outcome?.Provider);
        var names = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var id in mentioned.OfType<string>().Distinct())
        {
            if (await directory.FindProvider(id, cancellation) is { } provider)
            {
                names[id] = provider.Name;
            }
        }

        return names.ToImmutable();
    }
}
