using FollowUp.Application.Privacy;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;

namespace FollowUp.Application.Tests.Serialization;

/// <summary>
/// One line for each form in which an event was ever stored. A line is never changed and never taken away: what a store holds must be read for
/// ever. A new event or a new field adds lines: FOLLOWUP_WRITE_EVENTS=1 appends them.
/// </summary>
public class StoredEventsTests
{
    static readonly string Lines = Repository.File("tests/FollowUp.Application.Tests/Stored/events.jsonl");

    [Fact]
    public void Every_event_ever_stored_is_read_and_told()
    {
        var words = new TimelineText(Language.French, WorkingCalendar.France, id => id, w => w?.Text);
        foreach (var line in File.ReadLines(Lines))
        {
            var recorded = TimelineJson.Read(line);
            Assert.False(string.IsNullOrWhiteSpace(words.Describe(recorded.Event)));
            Assert.Equal(recorded, TimelineJson.Read(TimelineJson.Write(recorded)));
        }
    }

    [Fact]
    public void Whatever_is_stored_today_is_among_them()
    {
        var known = File.Exists(Lines) ? File.ReadLines(Lines).ToHashSet() : [];
        var missing = Today().Where(line => !known.Contains(line)).ToList();
        if (Environment.GetEnvironmentVariable("FOLLOWUP_WRITE_EVENTS") == "1") File.AppendAllLines(Lines, missing);
        else Assert.Empty(missing);
    }

    [Fact]
    public void Every_kind_of_event_has_a_name_of_its_own_to_be_stored_under() => Assert.Equal(
        typeof(Event).Assembly.GetTypes().Count(t => t.IsSubclassOf(typeof(Event))),
        EventSamples.Events.Select(TimelineJson.GetKind).Distinct().Count());

    static IEnumerable<string> Today()
    {
        var plan = new Plan(
            new NextAction(ActionKind.Call, Paris.At("2026-05-26 10:00 +02"), "camille@demo.example",
                new Reason(ReasonCode.AnotherAttempt, 3, 6, AdjustmentCause.Holiday, Paris.Day("2026-05-25"), Holiday.WhitMonday)),
            Paris.At("2026-05-27 10:00 +02"));
        var recorded = EventSamples.Events.Select((e, i) => new RecordedEvent(i + 1, Paris.At(A.Monday), Role.Manager, "nadia@demo.example", e, i % 2 == 0 ? plan : null));
        return PersonalTextExtractor.Extract([.. recorded], "salt").Events.Select(TimelineJson.Write);
    }
}
