using CsCheck;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Tests.Model;
using FollowUp.Domain.Tests.Properties;

namespace FollowUp.Application.Tests.Serialization;

/// <summary>Whatever a project went through, it is the same after it was stored; a failing case prints its seed.</summary>
public class StoredLivesTests
{
    static readonly long Cases = RandomLives.Cases / 5;

    [Fact]
    public void The_stored_timeline_folds_to_the_stored_snapshot() => Check.Sample(RandomLives.Plans, plan =>
    {
        var story = RandomLives.Live(plan.Kind, plan.Start, plan.Steps);
        var (events, _) = PersonalTextExtractor.Extract(story.Timeline, "salt");
        var entries = HashChain.Link(events, "");
        var folded = Evolution.Fold(entries.Select(e => TimelineJson.Read(e.Json)));
        return folded.IsSameAs(story.Project) && RecordJson.ReadProject(RecordJson.Write(story.Project)).IsSameAs(story.Project) && HashChain.FindFirstBroken(entries) is null;
    }, iter: Cases, print: RandomLives.Print);

    [Fact]
    public void Every_owed_message_survives_its_storage() => Check.Sample(RandomLives.Plans, plan =>
    {
        var story = RandomLives.Live(plan.Kind, plan.Start, plan.Steps);
        return story.Messages.All(m => RecordJson.ReadMessage(RecordJson.Write(m)) == m);
    }, iter: Cases / 4, print: RandomLives.Print);

    [Fact]
    public void What_was_written_never_shows_in_the_timeline_and_always_in_its_file() => Check.Sample(RandomLives.Plans, plan =>
    {
        var story = RandomLives.Live(plan.Kind, plan.Start, plan.Steps);
        var (events, words) = PersonalTextExtractor.Extract(story.Timeline, "salt");
        return events.All(e => !TimelineJson.Write(e).Contains("voilà", StringComparison.Ordinal))
            && events.Select(e => EventText.Find(e.Event)).All(w => w is null || words.Any(f => f.Key == w.Key));
    }, iter: Cases / 4, print: RandomLives.Print);
}
