using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Application.Projects;

/// <summary>The hash chain that makes changes of a timeline evident: each entry has a hash over the hash before it and its own JSON.</summary>
public static class HashChain
{
    /// <summary>Serializes events and chains them to a timeline.</summary>
    /// <param name="events">The events, oldest first, without free text.</param>
    /// <param name="head">The hash of the newest entry of the timeline; empty for a new one.</param>
    /// <exception cref="InvalidOperationException">An event has free text without a key.</exception>
    public static ImmutableArray<TimelineEntry> Link(ImmutableArray<RecordedEvent> events, string head)
    {
        var entries = ImmutableArray.CreateBuilder<TimelineEntry>(events.Length);
        foreach (var recorded in events)
        {
            var json = TimelineJson.Write(recorded);
            head = Hash(head, json);
            entries.Add(new TimelineEntry(recorded.Seq, recorded.At, TimelineJson.GetKind(recorded.Event), json, head));
        }

        return entries.MoveToImmutable();
    }

    /// <summary>The first entry whose hash does not follow from the entries before it; null when all hashes are right.</summary>
    /// <param name="timeline">The whole timeline, oldest first.</param>
    public static TimelineEntry? FindFirstBroken(IEnumerable<TimelineEntry> timeline)
    {
        var head = "";
        foreach (var entry in timeline)
        {
            head = Hash(head, entry.Json);
            if (head != entry.Hash)
            {
                return entry;
            }
        }

        return null;
    }

    static string Hash(string head, string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(head + "\n" + json)));
}
