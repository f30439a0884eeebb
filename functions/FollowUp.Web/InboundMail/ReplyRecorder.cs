using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.InboundMail.Forwarding;
using FollowUp.Web.InboundMail.Messages;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Web.InboundMail;

/// <summary>
/// Records a message as the client's reply, once. A different mail under the Message-ID of an earlier one goes to staff: some programs use an id twice.
/// </summary>
sealed class ReplyRecorder(ProjectCommands commands, IProjectStore store, ReplyForwarder forwarder, BounceHandler bounces, TimeProvider time)
{
    public async Task<InboundMailResult> Record(Project project, InboundMessage message, CancellationToken cancellation)
    {
        var key = new IdempotencyKey($"mail.{message.Fingerprint}", message.Digest);
        if (await store.FindIdempotencyRecord(project.Id, key.Key, cancellation) is { } earlier)
        {
            return IsRepeat(earlier, message)
                ? new InboundMailResult.Reply(project.Id, InboundMailResult.RepeatedCode)
                : await forwarder.Forward([project], message, "same-message-id", cancellation);
        }

        if (project.Contact.MailFailed)
        {
            // Before the reply, whose record would make a repeat skip this.
            await bounces.Reopen(message.Sender!, cancellation);
        }

        // Before the reply too: it may be repeated, and a wish that was heard is not lost by a crash between the two.
        if (MailedObjection.Find(message.Content.Words) is { } channel)
        {
            await commands.Record(project.Id, new OptOut(channel), Actor.Client(project.ClientId), cancellation: cancellation);
        }

        var command = new ReportReply(new FreeText(message.Content.Format(project.Language)), GetTime(project, message));
        return await commands.Record(project.Id, command, Actor.Client(project.ClientId), key, cancellation: cancellation) switch
        {
            CommandResult.Refused { Refusal: var refusal } => new InboundMailResult.Ignored(project.Id, refusal.Code),

            // Two mails of one Message-ID at the same moment.
            CommandResult.KeyReused => await forwarder.Forward([project], message, "same-message-id", cancellation),
            _ => new InboundMailResult.Reply(project.Id),
        };
    }

    /// <summary>Records of earlier versions hold the fingerprint alone.</summary>
    static bool IsRepeat(IdempotencyRecord earlier, InboundMessage message) =>
        earlier.Digest == message.Digest || earlier.Digest == message.Fingerprint;

    /// <summary>When the client wrote. A Date before the project or in the future comes from a wrong clock.</summary>
    Instant GetTime(Project project, InboundMessage message)
    {
        var now = time.GetCurrentInstant();
        var at = message.WrittenAt is { } written && written >= project.SubmittedAt ? Instant.Min(written, now) : now;

        // A Date has whole seconds, so two replies may share one.
        return at == project.Latest.ReplyAt ? at - Duration.FromMilliseconds(1) : at;
    }
}
