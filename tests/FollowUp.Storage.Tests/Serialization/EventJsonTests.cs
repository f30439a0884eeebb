using FollowUp.Application.Serialization;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;
using FollowUp.Storage.Tests.Given;

namespace FollowUp.Storage.Tests.Serialization;

public class EventJsonTests
{
    static readonly Type[] Kinds = [.. typeof(Event).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Event)))];

    public static TheoryData<Type> Events => [.. Kinds];

    [Theory]
    [MemberData(nameof(Events))]
    public void Event_reads_back_as_it_was_written(Type kind)
    {
        var plan = new Plan(A.CallAt(A.Monday), A.Monday.PlusNanoseconds(1));
        foreach (var happened in Specimen.Of(kind).Cast<Event>())
        {
            var recorded = new RecordedEvent(3, A.Monday, Role.Coordinator, A.Camille, happened, happened.GetHashCode() % 2 == 0 ? plan : null);
            var read = TimelineJson.Read(TimelineJson.Write(recorded));
            Assert.Equal(RecordText.Of(recorded), RecordText.Of(read));
            Assert.Equal(recorded, read);
        }
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Event_is_stored_under_its_own_name(Type kind)
    {
        var name = TimelineJson.GetKind((Event)Specimen.Of(kind).First());
        Assert.Equal(Kebab.Format(kind.Name), name);
        Assert.Single(Kinds, other => TimelineJson.GetKind((Event)Specimen.Of(other).First()) == name);
    }

    [Fact]
    public void Stored_form_is_compact_and_unchanged() => Assert.Equal(
        """
        {"seq":4,"at":"2026-11-23T09:00:00Z","role":"coordinator","by":"camille@suivi.example","event":{"type":"client-reached","outcome":"call-back","at":"2026-11-23T09:00:00Z","facts":"phone-reached, budget","outsideRules":false}}
        """,
        TimelineJson.Write(new RecordedEvent(4, A.Monday, Role.Coordinator, A.Camille, new ClientReached(
            CallOutcome.CallBack, A.Monday, null, null, Evidence.PhoneReached | Evidence.Budget, false))));

    [Fact]
    public void Free_text_is_stored_as_its_key()
    {
        var json = TimelineJson.Write(Note(new FreeText("Jeanne est en congé", "4f2a")));
        Assert.Contains("""
            "text":{"key":"4f2a"}
            """, json, StringComparison.Ordinal);
        Assert.DoesNotContain("Jeanne", json, StringComparison.Ordinal);
        Assert.Equal(Note(new FreeText(null, "4f2a")), TimelineJson.Read(json));
    }

    [Fact]
    public void Free_text_without_a_key_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => TimelineJson.Write(Note(new FreeText("Jeanne est en congé"))));

    static RecordedEvent Note(FreeText text) => new(1, A.Monday, Role.Coordinator, A.Camille, new NoteAdded(text, Visibility.Internal));
}
