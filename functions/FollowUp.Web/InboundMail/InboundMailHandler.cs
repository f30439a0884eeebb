using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Mails;
using FollowUp.Web.Mails.Addressing;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Web.InboundMail;

/// <summary>
/// Decides what an inbound message means for the follow-up. Only a message from the client's address on file counts as the client's reply: with a
/// project's token for that project, without a token for the only project that it can mean. A message from another sender in the client's
/// thread is forwarded to the person in charge and is no sign of life.
/// </summary>
sealed class InboundMailHandler(
    FollowUp.Application.Projects.ProjectCommands desk, IProjectStore store, IProjectIndex index, IDirectory directory, IAuditLog audit, ReplyTokens tokens, BounceHandler refusals,
    ReplyForwarder passingOn, IOptions<InboundMailOptions> options, IOptions<MailOptions> department, IOptions<MailSenderOptions> mailSender, TimeProvider time)
{
    /// <summary>The most projects of one client that are considered.</summary>
    const int MaxProjects = 50;

    public async Task<InboundMailResponse> Handle(InboundMessage message, CancellationToken cancellation)
    {
        if (MailReport.Of(message.Mime) is { } report)
        {
            return await HandleReport(report, cancellation);
        }

        var addressed = await FindProjectByToken(message.Tokens, cancellation);
        if (AutoReplyDetector.DetectReason(message.Mime) is { } sign)
        {
            return await Ignore(sign, addressed?.Project.Id, cancellation);
        }

        if (message.Sender is not { } sender)
        {
            return await Ignore("no-sender", addressed?.Project.Id, cancellation);
        }

        if (IsDepartmentAddress(sender) || await directory.FindStaff(sender, cancellation) is not null)
        {
            return await Ignore("from-staff", addressed?.Project.Id, cancellation);
        }

        return addressed is { } found
            ? await HandleAddressedReply(message, sender, found.Project, found.Generation, cancellation)
            : await HandleReplyWithoutToken(message, sender, cancellation);
    }

    async Task<InboundMailResponse> HandleAddressedReply(InboundMessage message, string sender, Project project, int generation, CancellationToken cancellation)
    {
        if (await store.LoadDossier(project.Id, cancellation) is not { Email: var email } || project.Erased)
        {
            return await Ignore("erased", project.Id, cancellation);
        }

        if (generation != project.Generation && message.WrittenAt < project.ReopenedAt)
        {
            return await Ignore("before-reopening", project.Id, cancellation);
        }

        return InboundMessage.NormalizeAddress(email) == sender
            ? await Record(project, message, cancellation)
            : await Forward([project], message, "another-sender", cancellation);
    }

    /// <summary>Without a token the sender's address must lead to exactly one project; otherwise the message is forwarded.</summary>
    async Task<InboundMailResponse> HandleReplyWithoutToken(InboundMessage message, string sender, CancellationToken cancellation)
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
            [] => await Ignore("unknown-sender", null, cancellation),
            _ when !SenderAuthentication.IsAuthentic(message, options.Value.AuthenticatedBy) => await Forward(meant, message, "unproven-sender", cancellation),
            [var one] => await Record(one, message, cancellation),
            _ => await Forward(meant, message, "several-projects", cancellation),
        };
    }

    async Task<InboundMailResponse> Record(Project project, InboundMessage message, CancellationToken cancellation)
    {
        var text = ReplyContent.Extract(message.Mime, project.Language);
        var fingerprint = message.Fingerprint(text);
        var once = new IdempotencyKey($"mail.{fingerprint}", fingerprint);
        if (await store.FindIdempotencyRecord(project.Id, once.Key, cancellation) is not null)
        {
            return new InboundMailResponse("repeated", null, project.Id);
        }

        // A Date before the project or in the future comes from a wrong clock. A Date has whole seconds, so two replies may share one.
        var now = time.GetCurrentInstant();
        var at = message.WrittenAt is { } written && written >= project.SubmittedAt ? Instant.Min(written, now) : now;
        if (at == project.LastReplyAt)
        {
            at -= Duration.FromMilliseconds(1);
        }

        var answer = await desk.Record(
            project.Id, new ReportReply(new FreeText(text), at), Actor.Client(project.ClientId), once, cancellation: cancellation);
        return answer is CommandResult.Refused { Refusal: var refusal }
            ? await Ignore(refusal.Code, project.Id, cancellation)
            : new InboundMailResponse("reply", null, project.Id);
    }

    async Task<InboundMailResponse> Forward(Project[] projects, InboundMessage message, string why, CancellationToken cancellation)
    {
        var one = projects is [var only] ? only.Id : null;
        var text = ReplyContent.Extract(message.Mime, projects[0].Language);
        if (!await passingOn.Forward(projects, message, text, why, cancellation))
        {
            return new InboundMailResponse("repeated", null, one);
        }

        await WriteAudit(why, one, cancellation);
        return new InboundMailResponse("passed-on", why, one);
    }

    /// <summary>A report counts only for a mail of ours, proven by its token, and only for the address that the mail went to.</summary>
    async Task<InboundMailResponse> HandleReport(MailReport report, CancellationToken cancellation)
    {
        var about = report.Kind is MailReportKind.Delivery or MailReportKind.Complaint ? await FindProjectByToken(report.Tokens, cancellation) : null;
        var email = about is { Project: var project } ? (await store.LoadDossier(project.Id, cancellation))?.Email : null;
        switch (report.Kind)
        {
            case MailReportKind.Reading:
                return await Ignore("reading-notice", null, cancellation);
            case MailReportKind.Other:
                return await Ignore("report", null, cancellation);
            case MailReportKind.Delivery when report.RefusedAddresses.IsEmpty:
                return await Ignore("delivery-delayed", about?.Project.Id, cancellation);
            case MailReportKind.Delivery when email is null || !report.RefusedAddresses.Contains(InboundMessage.NormalizeAddress(email) ?? ""):
            case MailReportKind.Complaint when email is null:
                return await Ignore("report-of-another-mail", about?.Project.Id, cancellation);
            default:
                await refusals.Handle(email!, report.Kind == MailReportKind.Complaint, cancellation);
                return new InboundMailResponse("address-refused", report.Kind == MailReportKind.Complaint ? "complaint" : "bounce", about?.Project.Id);
        }
    }

    async Task<(Project Project, int Generation)?> FindProjectByToken(ImmutableArray<string> written, CancellationToken cancellation)
    {
        foreach (var token in written)
        {
            if (await tokens.Find(token, cancellation) is { } means && await store.Load(means.ProjectId, cancellation) is { } stored)
            {
                return (stored.Project, means.Generation);
            }
        }

        return null;
    }

    bool IsDepartmentAddress(string address) =>
        address == InboundMessage.NormalizeAddress(mailSender.Value.FromAddress)
        || address == InboundMessage.NormalizeAddress(department.Value.FormatReplyAddress());

    async Task<InboundMailResponse> Ignore(string why, string? project, CancellationToken cancellation)
    {
        await WriteAudit(why, project, cancellation);
        return new InboundMailResponse("ignored", why, project);
    }

    /// <summary>Writes to the audit log why a message was not recorded.</summary>
    async Task WriteAudit(string why, string? project, CancellationToken cancellation) =>
        await audit.Write(new AuditEntry(time.GetCurrentInstant(), project, Kebab.Case(Role.System), "mail", "inbound-mail", why), cancellation);
}
