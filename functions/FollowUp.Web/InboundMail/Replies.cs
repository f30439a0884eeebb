using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUp.Web;

/// <summary>
/// Decides what a message is to the follow-up. Only the address that the department writes to speaks for the client: with a project's token
/// for that project, without one for the project that it can only mean. What others write in a client's thread is read by whoever is in
/// charge, and gives no sign of life.
/// </summary>
sealed class Replies(
    FollowUp.Application.Projects.ProjectCommands desk, IProjectStore store, IProjectIndex index, IDirectory directory, IAuditLog audit, ReplyTokens tokens, BounceHandler refusals,
    PassingOn passingOn, IOptions<InboundMailOptions> options, IOptions<MailOptions> department, TimeProvider time)
{
    /// <summary>Nobody follows more projects of one client at once.</summary>
    const int MostProjects = 50;

    public async Task<InboundAnswer> Take(InboundMessage message, CancellationToken cancellation)
    {
        if (MailReport.Of(message.Mime) is { } report)
        {
            return await Reported(report, cancellation);
        }

        var addressed = await ByToken(message.Tokens, cancellation);
        if (AutomaticMail.Why(message.Mime) is { } sign)
        {
            return await Ignore(sign, addressed?.Project.Id, cancellation);
        }

        if (message.Sender is not { } sender)
        {
            return await Ignore("no-sender", addressed?.Project.Id, cancellation);
        }

        if (IsOurs(sender) || await directory.FindStaff(sender, cancellation) is not null)
        {
            return await Ignore("from-staff", addressed?.Project.Id, cancellation);
        }

        return addressed is { } found
            ? await Answered(message, sender, found.Project, found.Generation, cancellation)
            : await Unaddressed(message, sender, cancellation);
    }

    async Task<InboundAnswer> Answered(InboundMessage message, string sender, Project project, int generation, CancellationToken cancellation)
    {
        if (await store.LoadDossier(project.Id, cancellation) is not { Email: var email } || project.Erased)
        {
            return await Ignore("erased", project.Id, cancellation);
        }

        if (generation != project.Generation && message.WrittenAt < project.ReopenedAt)
        {
            return await Ignore("before-reopening", project.Id, cancellation);
        }

        return InboundMessage.Plain(email) == sender
            ? await Record(project, message, cancellation)
            : await PassOn([project], message, "another-sender", cancellation);
    }

    /// <summary>No token: the sender's address finds the project, when it can mean only one. Nobody guesses for the client.</summary>
    async Task<InboundAnswer> Unaddressed(InboundMessage message, string sender, CancellationToken cancellation)
    {
        var theirs = new List<Project>();
        await foreach (var (project, _) in ProjectsByMailAddress.Find(index, store, sender, cancellation))
        {
            if (!project.Erased && theirs.Count < MostProjects)
            {
                theirs.Add(project);
            }
        }

        var answered = theirs.Where(p => message.Answers.Contains(p.Id)).ToArray();
        var meant = answered.Length > 0 ? answered : theirs.Exists(p => p.IsOpen) ? [.. theirs.Where(p => p.IsOpen)] : theirs.ToArray();
        return meant switch
        {
            [] => await Ignore("unknown-sender", null, cancellation),
            _ when !SenderProof.Holds(message, options.Value.AuthenticatedBy) => await PassOn(meant, message, "unproven-sender", cancellation),
            [var one] => await Record(one, message, cancellation),
            _ => await PassOn(meant, message, "several-projects", cancellation),
        };
    }

    async Task<InboundAnswer> Record(Project project, InboundMessage message, CancellationToken cancellation)
    {
        var text = ReplyText.Of(message.Mime, project.Language);
        var fingerprint = message.Fingerprint(text);
        var once = new IdempotencyKey($"mail.{fingerprint}", fingerprint);
        if (await store.FindIdempotencyRecord(project.Id, once.Key, cancellation) is not null)
        {
            return new InboundAnswer("repeated", null, project.Id);
        }

        // A clock that was never set says nothing. And a Date counts whole seconds: another message of the same one is another reply.
        var now = time.Now();
        var at = message.WrittenAt is { } written && written >= project.SubmittedAt ? Instant.Min(written, now) : now;
        if (at == project.LastReplyAt)
        {
            at -= Duration.FromMilliseconds(1);
        }

        var answer = await desk.Record(
            project.Id, new ReportReply(new FreeText(text), at), Actor.Client(project.ClientId), once, cancellation: cancellation);
        return answer is CommandResult.Refused { Refusal: var refusal }
            ? await Ignore(refusal.Code, project.Id, cancellation)
            : new InboundAnswer("reply", null, project.Id);
    }

    async Task<InboundAnswer> PassOn(Project[] projects, InboundMessage message, string why, CancellationToken cancellation)
    {
        var one = projects is [var only] ? only.Id : null;
        var text = ReplyText.Of(message.Mime, projects[0].Language);
        if (!await passingOn.Pass(projects, message, text, why, cancellation))
        {
            return new InboundAnswer("repeated", null, one);
        }

        await Note(why, one, cancellation);
        return new InboundAnswer("passed-on", why, one);
    }

    /// <summary>A report counts for a mail of ours alone, which the token in it proves, and for the address that the mail went to.</summary>
    async Task<InboundAnswer> Reported(MailReport report, CancellationToken cancellation)
    {
        var about = report.Kind is ReportKind.Delivery or ReportKind.Complaint ? await ByToken(report.Tokens, cancellation) : null;
        var email = about is { Project: var project } ? (await store.LoadDossier(project.Id, cancellation))?.Email : null;
        switch (report.Kind)
        {
            case ReportKind.Reading:
                return await Ignore("reading-notice", null, cancellation);
            case ReportKind.Other:
                return await Ignore("report", null, cancellation);
            case ReportKind.Delivery when report.Refused.IsEmpty:
                return await Ignore("delivery-delayed", about?.Project.Id, cancellation);
            case ReportKind.Delivery when email is null || !report.Refused.Contains(InboundMessage.Plain(email) ?? ""):
            case ReportKind.Complaint when email is null:
                return await Ignore("report-of-another-mail", about?.Project.Id, cancellation);
            default:
                await refusals.Handle(email!, report.Kind == ReportKind.Complaint, cancellation);
                return new InboundAnswer("address-refused", report.Kind == ReportKind.Complaint ? "complaint" : "bounce", about?.Project.Id);
        }
    }

    async Task<(Project Project, int Generation)?> ByToken(ImmutableArray<string> written, CancellationToken cancellation)
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

    bool IsOurs(string sender)
    {
        var names = department.Value;
        return sender == InboundMessage.Plain(names.FromAddress) || sender == InboundMessage.Plain(names.ReplyTo());
    }

    async Task<InboundAnswer> Ignore(string why, string? project, CancellationToken cancellation)
    {
        await Note(why, project, cancellation);
        return new InboundAnswer("ignored", why, project);
    }

    /// <summary>Whoever looks for a mail that did not count finds why in the audit log.</summary>
    async Task Note(string why, string? project, CancellationToken cancellation) =>
        await audit.Write(new AuditEntry(time.Now(), project, Kebab.Case(Role.System), "mail", "inbound-mail", why), cancellation);
}
