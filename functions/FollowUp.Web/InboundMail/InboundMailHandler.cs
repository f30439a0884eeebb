using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;
using FollowUp.Web.InboundMail.Forwarding;
using FollowUp.Web.InboundMail.Messages;
using FollowUp.Web.InboundMail.Reports;
using FollowUp.Web.InboundMail.Senders;
using FollowUp.Web.Mails;
using FollowUp.Web.Mails.Addressing;
using Microsoft.Extensions.Options;
using NodaTime.Extensions;

namespace FollowUp.Web.InboundMail;

/// <summary>
/// Decides what an inbound message means for the follow-up. Only a message from the client's address on file counts as the client's reply: with a
/// project's token for that project; without a token, if the gateway proved the sender, for the only project that it can mean. A message from
/// another sender in the client's thread, one that may be forged and one that a program may have written are forwarded to the staff member in charge
/// and are no sign of life.
/// </summary>
sealed class InboundMailHandler(
    IProjectStore store, IProjectIndex index, IDirectory directory, IAuditLog audit, ReplyTokens tokens, MailReportHandler reports,
    ReplyRecorder replies, ReplyForwarder forwarder, IOptionsMonitor<MailOptions> department,
    IOptionsMonitor<MailSenderOptions> mailSender, TimeProvider time)
{
    /// <summary>The most projects of one client that are considered.</summary>
    const int MaxProjects = 50;

    public async Task<InboundMailResult> Handle(InboundMessage message, CancellationToken cancellation)
    {
        var reported = message.Report is { } report ? await reports.Handle(message, report, cancellation) : null;
        var result = reported ?? await HandleMail(message, cancellation);
        if (result is InboundMailResult.PassedOn { Why: not InboundMailResult.RepeatedCode } or InboundMailResult.Ignored)
        {
            // The log says why a message was not recorded.
            await audit.Write(
                new AuditEntry(time.GetCurrentInstant(), result.Project, Kebab.Case(Role.System), "mail", "inbound-mail", result.Why ?? ""),
                cancellation);
        }

        return result;
    }

    async Task<InboundMailResult> HandleMail(InboundMessage message, CancellationToken cancellation)
    {
        var addressed = await tokens.FindProject(store, message.Tokens, cancellation);
        var project = addressed?.Project.Id;
        if (message.AutomaticSign is { IsCertain: true } sign)
        {
            return new InboundMailResult.Ignored(project, sign.Code);
        }

        if (message.Sender is not { } sender)
        {
            return new InboundMailResult.Ignored(project, "no-sender");
        }

        if (await IsOurs(sender, cancellation))
        {
            return new InboundMailResult.Ignored(project, "from-staff");
        }

        return addressed is { } found
            ? await HandleAddressedReply(message, sender, found.Project, found.Generation, cancellation)
            : await HandleReplyWithoutToken(message, sender, cancellation);
    }

    async Task<InboundMailResult> HandleAddressedReply(
        InboundMessage message, string sender, Project project, int generation, CancellationToken cancellation)
    {
        if (await store.LoadDossier(project.Id, cancellation) is not { Email: var email } || project.Erased)
        {
            return new InboundMailResult.Ignored(project.Id, "erased");
        }

        if (generation != project.Generation && message.WrittenAt < project.ReopenedAt)
        {
            return new InboundMailResult.Ignored(project.Id, "before-reopening");
        }

        var isClient = MailAddress.AreSame(email, sender);
        return (isClient, message) switch
        {
            (false, { AutomaticSign: { } sign }) => new InboundMailResult.Ignored(project.Id, sign.Code),
            (false, _) => await forwarder.Forward([project], message, "another-sender", cancellation),
            (_, { Authenticity: Authenticity.Forged }) => await forwarder.Forward([project], message, "unproven-sender", cancellation),
            (_, { AutomaticSign: { } sign }) => await forwarder.Forward([project], message, sign.Code, cancellation),
            _ => await replies.Record(project, message, cancellation),
        };
    }

    /// <summary>
    /// Without a token the gateway must have proven the sender, and the address must lead to exactly one project; otherwise the message is forwarded.
    /// </summary>
    async Task<InboundMailResult> HandleReplyWithoutToken(InboundMessage message, string sender, CancellationToken cancellation)
    {
        var theirs = new List<Project>();
        await foreach (var (project, _) in ProjectsByMailAddress.Find(index, store, sender, cancellation))
        {
            if (!project.Erased && theirs.Count < MaxProjects)
            {
                theirs.Add(project);
            }
        }

        var answered = theirs.Where(p => message.RepliedProjectIds.Contains(p.Id)).ToArray();
        var meant = answered.Length > 0 ? answered : theirs.Exists(p => p.IsOpen) ? [.. theirs.Where(p => p.IsOpen)] : theirs.ToArray();
        return meant switch
        {
            [] => new InboundMailResult.Ignored(null, "unknown-sender"),
            _ when message is { AutomaticSign: { } sign, Authenticity: not Authenticity.Proven } => new InboundMailResult.Ignored(null, sign.Code),
            _ when message.Authenticity != Authenticity.Proven => await forwarder.Forward(meant, message, "unproven-sender", cancellation),
            _ when message.AutomaticSign is { } sign => await forwarder.Forward(meant, message, sign.Code, cancellation),
            [var one] => await replies.Record(one, message, cancellation),
            _ => await forwarder.Forward(meant, message, "several-projects", cancellation),
        };
    }

    async Task<bool> IsOurs(string address, CancellationToken cancellation) =>
        MailAddress.AreSame(address, mailSender.CurrentValue.FromAddress)
        || MailAddress.AreSame(address, department.CurrentValue.FormatReplyAddress())
        || await directory.FindStaff(address, cancellation) is not null;
}
