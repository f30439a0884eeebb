using System.Collections.Immutable;
using FollowUp.Domain.Tests.Given;

namespace FollowUp.Application.Tests;

/// <summary>Each timeline entry carries the hash of the one before: what was changed afterwards shows.</summary>
public class ChainTests
{
    static readonly ImmutableArray<TimelineEntry> Timeline = Chain.Link(A.CompanyProject.Relaunched(3).Timeline, "");

    [Fact]
    public void A_whole_timeline_holds() => Assert.Null(Chain.FirstBroken(Timeline));

    [Fact]
    public void It_is_the_same_whether_linked_at_once_or_commit_by_commit()
    {
        var events = A.CompanyProject.Relaunched(3).Timeline;
        var first = Chain.Link(events[..3], "");
        Assert.Equal(Timeline, [.. first, .. Chain.Link(events[3..], first[^1].Hash)]);
    }

    [Fact]
    public void A_changed_entry_is_found_wherever_it_is()
    {
        for (var i = 0; i < Timeline.Length; i++)
        {
            var entry = Timeline[i];
            var changed = Timeline.SetItem(i, entry with { Json = entry.Json.Replace("2026", "2025", StringComparison.Ordinal) });
            Assert.Equal(entry.Seq, Chain.FirstBroken(changed)?.Seq);
        }
    }

    [Fact]
    public void So_is_one_that_was_taken_out_or_put_in_another_place()
    {
        Assert.Equal(3, Chain.FirstBroken(Timeline.RemoveAt(1))?.Seq);
        Assert.Equal(3, Chain.FirstBroken(Timeline.RemoveAt(1).Insert(2, Timeline[1]))?.Seq);
        Assert.Equal(2, Chain.FirstBroken(Timeline.RemoveAt(0))?.Seq);
    }
}
