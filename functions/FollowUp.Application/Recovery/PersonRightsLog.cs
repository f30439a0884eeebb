using System.Runtime.CompilerServices;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Application.Recovery;

/// <summary>Reads from the timelines which rights persons have exercised. It reads the whole store.</summary>
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

            await foreach (var recorded in store.ReadEvents(id, cancellation))
            {
                if (recorded.At >= since && GetKind(recorded.Event) is { } kind)
                {
                    yield return new PersonRight(recorded.At, client, id, kind);
                }
            }
        }
    }

    /// <summary>A bounce is a fault of the address, and no wish of the person.</summary>
    static PersonRightKind? GetKind(Event e) => e switch
    {
        PersonErased => PersonRightKind.Erasure,
        ChannelClosed { By: ChannelClosedBy.Bounce } => null,
        ChannelClosed { Channel: Channel.Mail } => PersonRightKind.NoMails,
        ChannelClosed { Channel: Channel.Phone } => PersonRightKind.NoCalls,
        ProjectClosed { Outcome.Reason: DeathReason.RefusedContact } => PersonRightKind.NoContact,
        _ => null,
    };
}
