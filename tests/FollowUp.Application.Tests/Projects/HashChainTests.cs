using System.Collections.Immutable;
using FollowUp.Application.Projects;
using FollowUp.Domain.Tests.Given;

namespace FollowUp.Application.Tests.Projects;

/// <summary>Each timeline entry carries the hash of the one before: what was changed afterwards shows.</summary>
public class HashChainTests
{
    static readonly ImmutableArray<TimelineEntry> Timeline = HashChain.Link(A.CompanyProject.Relaunched(3).Timeline, "");

    [Fact]
    public void A_whole_timeline_holds() => Assert.Null(HashChain.FindFirstBroken(Timeline));

    [Fact]
    public void It_is_the_same_whether_linked_at_once_or_commit_by_commit()
    {
        var events = A.CompanyProject.Relaunched(3).Timeline;
        var first = HashChain.Link(events[..3], "");
        Assert.Equal(Timeline, [.. first, .. HashChain.Link(events[3..], first[^1].Hash)]);
    }

    [Fact]
    public void A_changed_entry_is_found_wherever_it_is()
    {
        for (var i = 0; i < Timeline.Length; i++)
        {
            var entry = Timeline[i];
            var changed = Timeline.SetItem(i, entry with { Json = entry.Json.Replace("2026", "2025", StringComparison.Ordinal) });
            Assert.Equal(entry.Seq, HashChain.FindFirstBroken(changed)?.Seq);
        }
    }

    [Fact]
    public void So_is_one_that_was_taken_out_or_put_in_another_place()
    {
        Assert.Equal(3, HashChain.FindFirstBroken(Timeline.RemoveAt(1))?.Seq);
        Assert.Equal(3, HashChain.FindFirstBroken(Timeline.RemoveAt(1).Insert(2, Timeline[1]))?.Seq);
        Assert.Equal(2, HashChain.FindFirstBroken(Timeline.RemoveAt(0))?.Seq);
    }
}
