using FollowUp.Application.Ports;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Application.Integrity;

/// <summary>Makes the anchor of the store as it is. Thread-safe.</summary>
public sealed class AnchorMaker(IProjectStore store, IAuditLog audit, AnchorStore anchors, AnchorKeys keys, TimeProvider time)
{
    /// <summary>How long a commit may take after its decision. Younger entries do not count.</summary>
    static readonly Duration CommitTime = Duration.FromMinutes(10);

    /// <summary>Makes an anchor and stores it.</summary>
    /// <returns>Null without a key.</returns>
    public async Task<Anchor?> Make(CancellationToken cancellation = default)
    {
        if (keys.Newest is not { } key)
        {
            return null;
        }

        var at = time.GetCurrentInstant() - CommitTime;
        var heads = await audit.GetHeads(cancellation);
        var sum = new AnchorSum(key);
        await foreach (var head in store.ListHeads(cancellation))
        {
            if ((head.At <= at ? head : await FindHead(head.ProjectId, at, cancellation)) is { } counted)
            {
                sum.Add(counted.ProjectId, counted.Version, counted.Hash);
            }
        }

        var previous = await anchors.List(cancellation);
        var anchor = new Anchor(at, sum.Projects, sum.Entries, sum.Digest, heads, previous.IsEmpty ? null : previous[^1].Signature, "");
        anchor = anchor with { Signature = keys.Sign(anchor.Format())! };
        await anchors.Add(anchor, cancellation);
        return anchor;
    }

    /// <summary>The newest entry of that time or earlier; null when all are younger.</summary>
    async Task<ProjectHead?> FindHead(string project, Instant at, CancellationToken cancellation)
    {
        ProjectHead? found = null;
        await foreach (var entry in store.ReadTimeline(project, cancellation))
        {
            if (entry.At <= at)
            {
                found = new ProjectHead(project, entry.Seq, entry.Hash, entry.At);
            }
        }

        return found;
    }
}
