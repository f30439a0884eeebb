using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Application.Recovery;

/// <summary>
/// Reads from the timelines which rights persons have exercised, without those that were taken back since: by an undo, by a reopening of the project, by
/// a newer consent. It reads the whole store.
/// </summary>
public sealed class PersonRightsLog(IProjectStore store)
{
    /// <summary>The rights that were exercised at an instant or later, by project.</summary>
    public async IAsyncEnumerable<PersonRight> Read(Instant since, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var id in store.ListProjectIds(cancellation))
        {
            if (await store.Load(id, cancellation) is not { Project.ClientId: var client })
            {
                continue;
            }

            foreach (var (recorded, kind) in await ReadInForce(id, cancellation))
            {
                if (recorded.At >= since)
                {
                    yield return new PersonRight(GetTime(recorded), client, id, kind);
                }
            }
        }
    }

    async Task<ImmutableArray<(RecordedEvent Recorded, PersonRightKind Kind)>> ReadInForce(string id, CancellationToken cancellation)
    {
        Project? project = null;
        var rights = ImmutableArray.CreateBuilder<(RecordedEvent Recorded, PersonRightKind Kind)>();
        var revivals = new List<RecordedEvent>();

        // A project keeps its latest undone decisions only, so they are collected on the way.
        var undone = new HashSet<UndoneDecision>();
        await foreach (var recorded in store.ReadEvents(id, cancellation))
        {
            project = Evolution.Apply(project, recorded);
            undone.UnionWith(project.Undone);
            if (GetKind(recorded.Event) is { } kind)
            {
                rights.Add((recorded, kind));
            }
            else if (recorded.Event is ProjectReopened or ConsentRecorded)
            {
                revivals.Add(recorded);
            }
        }

        bool Holds(RecordedEvent recorded) => !undone.Any(decision => decision.Contains(recorded.Seq));
        return [.. rights.Where(right => Holds(right.Recorded)
            && !revivals.Any(later => later.Seq > right.Recorded.Seq && Holds(later) && Revives(later.Event, right.Kind)))];
    }

    /// <summary>A consent after "do not call" lets the person be called only after the quiet days, so that right stays.</summary>
    static bool Revives(Event later, PersonRightKind kind) => (later, kind) switch
    {
        (ProjectReopened, PersonRightKind.NoContact) => true,
        (ConsentRecorded { Scope: ConsentScope.Request }, PersonRightKind.NoCallsAboutRequest) => true,
        (ConsentRecorded { Scope: ConsentScope.Later }, PersonRightKind.NoCallsLater) => true,
        _ => false,
    };

    /// <summary>A withdrawal counts from the time that it was made at, by which it is compared with the consents.</summary>
    static Instant GetTime(RecordedEvent recorded) => recorded.Event is ConsentRecorded consent ? consent.At : recorded.At;

    /// <summary>A bounce is a fault of the address, and no wish of the person.</summary>
    static PersonRightKind? GetKind(Event e) => e switch
    {
        PersonErased => PersonRightKind.Erasure,
        ChannelClosed { By: ChannelClosedBy.Bounce } => null,
        ChannelClosed { Channel: Channel.Mail } => PersonRightKind.NoMails,
        ChannelClosed { Channel: Channel.Phone } => PersonRightKind.NoCalls,
        ProjectClosed { Outcome.Reason: DeathReason.RefusedContact } => PersonRightKind.NoContact,
        ConsentRecorded { Given: false, Scope: ConsentScope.Request } => PersonRightKind.NoCallsAboutRequest,
        ConsentRecorded { Given: false, Scope: ConsentScope.Later } => PersonRightKind.NoCallsLater,
        _ => null,
    };
}
