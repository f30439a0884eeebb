using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Application.Projects;

/// <summary>Makes the timeline tamper-evident: each entry carries the hash of the one before.</summary>
public static class HashChain
{
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

    /// <summary>The first entry that does not follow from the one before it; null when the whole timeline holds.</summary>
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
