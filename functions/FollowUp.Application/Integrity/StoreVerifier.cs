using System.Collections.Immutable;
using System.Text.Json;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Text;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace FollowUp.Application.Integrity;

/// <summary>Walks a whole store and names what is not as the program wrote it. It changes nothing.</summary>
public sealed class StoreVerifier(IProjectStore store, IAuditLog audit, AnchorStore anchors, AnchorKeys keys, TimeProvider time)
{
    readonly ProjectVerifier projects = new(store, keys);

    /// <summary>Checks every project, the audit log and the anchors.</summary>
    /// <param name="outside">The anchors that were kept outside the store; empty for none.</param>
    /// <param name="cancellation">Cancels between projects.</param>
    public async Task<StoreReport> Verify(IReadOnlyCollection<Anchor> outside, CancellationToken cancellation = default)
    {
        var faults = ImmutableArray.CreateBuilder<StoreFault>();
        var known = await ReadAnchors(outside, faults, cancellation);
        var sums = known.Select(anchor => keys.FindKeyOf(anchor.Signature) is { } key ? new CheckedAnchor(anchor, key) : null).OfType<CheckedAnchor>().ToList();
        var (count, entries, signed) = (0L, 0L, 0L);
        await foreach (var id in store.ListProjectIds(cancellation))
        {
            if (await projects.Check(id, cancellation) is not var (report, timeline))
            {
                continue;
            }

            count++;
            entries += report.Entries;
            signed += report.IsSigned ? 1 : 0;
            faults.AddRange(report.Faults.Select(fault => new StoreFault(id, fault)));
            AddTo(sums, id, timeline);
        }

        foreach (var sum in sums.Where(sum => !sum.IsRight))
        {
            AddAnchorFault(faults, sum.Anchor, "les fils d’alors ne sont plus ceux qui ont été signés", "the timelines of that time are not those that were signed");
        }

        var auditEntries = await CheckAudit(known, faults, cancellation);
        return new StoreReport(count, entries, signed, auditEntries, known.Length, faults.ToImmutable());
    }

    async Task<ImmutableArray<Anchor>> ReadAnchors(IReadOnlyCollection<Anchor> outside, ImmutableArray<StoreFault>.Builder faults, CancellationToken cancellation)
    {
        var stored = ImmutableArray<Anchor>.Empty;
        try
        {
            stored = await anchors.List(cancellation);
        }
        catch (JsonException)
        {
            faults.Add(new StoreFault(null, new IntegrityFault("anchor", null, new LocalizedText("une ancre est illisible", "an anchor cannot be read"))));
        }

        foreach (var lost in outside.Where(anchor => !stored.Any(other => other.Signature == anchor.Signature)))
        {
            AddAnchorFault(faults, lost, "elle est gardée au dehors et manque ici, ou y est une autre", "it is kept outside and is missing here, or another one is here");
        }

        var all = stored.Concat(outside).DistinctBy(anchor => anchor.Signature).OrderBy(anchor => anchor.At).ToImmutableArray();
        if (!keys.IsEmpty)
        {
            foreach (var anchor in all)
            {
                if (keys.Verify(anchor.Format(), anchor.Signature) is var right && right != true)
                {
                    AddAnchorFault(
                        faults, anchor, right is null ? "sa clé n’est pas connue" : "sa signature n’est pas la sienne",
                        right is null ? "its key is not known" : "its signature is not its own");
                }
            }

            // Two that were made at once name the same one before.
            var signatures = stored.Select(anchor => anchor.Signature).ToHashSet(StringComparer.Ordinal);
            foreach (var anchor in stored.Skip(1).Where(anchor => anchor.Previous is null || !signatures.Contains(anchor.Previous)))
            {
                AddAnchorFault(faults, anchor, "celle d’avant manque", "the one before is missing");
            }
        }

        return all;
    }

    static void AddTo(List<CheckedAnchor> sums, string id, ImmutableArray<TimelineEntry> timeline)
    {
        var macs = new Dictionary<(string Key, long Seq), byte[]>();
        foreach (var sum in sums)
        {
            if (timeline.LastOrDefault(entry => entry.At <= sum.Anchor.At) is not { } head)
            {
                continue;
            }

            if (!macs.TryGetValue((sum.Key.Id, head.Seq), out var mac))
            {
                macs[(sum.Key.Id, head.Seq)] = mac = AnchorKeys.Compute(sum.Key, HeadSignature.Format(id, head.Seq, head.Hash));
            }

            sum.Sum.Add(head.Seq, mac);
        }
    }

    /// <returns>How many entries the log has.</returns>
    async Task<long> CheckAudit(ImmutableArray<Anchor> known, ImmutableArray<StoreFault>.Builder faults, CancellationToken cancellation)
    {
        // What an older anchor names may have expired.
        var kept = time.GetCurrentInstant() - RetentionPeriods.AuditLog + Duration.FromDays(2);
        var report = await audit.Verify([.. known.Where(anchor => anchor.At > kept).SelectMany(anchor => anchor.Audit).Distinct()], cancellation);
        faults.AddRange(report.Faults.Select(fault => new StoreFault(null, new IntegrityFault("audit", null, fault))));
        return report.Entries;
    }

    static void AddAnchorFault(ImmutableArray<StoreFault>.Builder faults, Anchor anchor, string french, string english)
    {
        var at = InstantPattern.General.Format(anchor.At);
        faults.Add(new StoreFault(null, new IntegrityFault("anchor", null, new LocalizedText($"ancre du {at} : {french}", $"anchor of {at}: {english}"))));
    }

    /// <summary>An anchor, and the sum of what the store holds now of that time.</summary>
    sealed class CheckedAnchor(Anchor anchor, AnchorKey key)
    {
        public Anchor Anchor => anchor;

        public AnchorKey Key => key;

        public AnchorSum Sum { get; } = new(key);

        public bool IsRight => (Sum.Projects, Sum.Entries, Sum.Digest) == (anchor.Projects, anchor.Entries, anchor.Digest);
    }
}
