using FollowUp.Application.Masking;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Web.Api.Commands;
using NodaTime.Extensions;

namespace FollowUp.Web.Shared.Masking;

/// <summary>Stops a request of staff that would show personal data to providers, for the API and the console. Each stop is audited, without the text.</summary>
sealed class SharedTextGate(SharedTextCheck check, IProjectStore store, IAuditLog audit, TimeProvider time)
{
    /// <summary>Why a note cannot be withdrawn: it is no shared note of this project. Null for other requests.</summary>
    public async ValueTask<Refusal?> FindNoteRefusal(StoredProject stored, CommandRequest request, CancellationToken cancellation) =>
        request is WithdrawNoteRequest { Seq: { } seq }
        && (seq < 1 || seq > stored.Project.Version
            || await store.LoadEntries(stored.Project.Id, seq, seq, cancellation) is not [var entry]
            || TimelineJson.Read(entry.Json).Event is not NoteAdded { Visibility: Visibility.Shared })
            ? Refusals.NoSuchNote
            : null;

    /// <returns>Null to record the command. A command that the charter refuses passes, as the decider refuses it for a better reason; so does a repeat.</returns>
    public async ValueTask<SharedTextStop?> FindStop(
        StoredProject stored, CommandRequest request, Command command, Actor actor, IdempotencyKey? key, CancellationToken cancellation)
    {
        if (request.SharedText is not { } text || Charter.GetRefusal(stored.Project, command, actor) is not null
            || await check.FindStop(stored, text, cancellation) is not { } stop
            || (key is not null && await store.FindIdempotencyRecord(stored.Project.Id, key.Key, cancellation) is not null))
        {
            return null;
        }

        await audit.Write(
            new AuditEntry(
                time.GetCurrentInstant(), stored.Project.Id, Kebab.Case(actor.Role), actor.Id, CommandNames.All[command.GetType()], stop.Refusal.Code),
            cancellation);
        return stop;
    }
}
