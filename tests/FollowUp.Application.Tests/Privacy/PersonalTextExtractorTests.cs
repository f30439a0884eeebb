using FollowUp.Application.Privacy;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;

namespace FollowUp.Application.Tests.Privacy;

/// <summary>Free text is filed apart under a salted digest.</summary>
public class PersonalTextExtractorTests
{
    static readonly RecordedEvent Note = A.CompanyProject.InFollowUp.Gives(new AddNote(new FreeText("Jeanne rappelle lundi"), Visibility.Internal), Who.Camille).Timeline[^1];

    [Fact]
    public void The_timeline_keeps_a_digest_and_the_file_the_text()
    {
        var (events, words) = PersonalTextExtractor.Extract([Note], "salt");
        var kept = ((NoteAdded)events[0].Event).Text;
        Assert.Null(kept.Text);
        Assert.Equal(new PersonalText(kept.Key!, "Jeanne rappelle lundi"), Assert.Single(words));
        Assert.DoesNotContain("Jeanne", TimelineJson.Write(events[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_salt_gives_another_digest_so_that_it_says_nothing_once_the_salt_is_gone() =>
        Assert.NotEqual(PersonalTextExtractor.Extract([Note], "salt").Texts[0].Key, PersonalTextExtractor.Extract([Note], "pepper").Texts[0].Key);

    [Fact]
    public void Every_event_with_words_is_filed() => Assert.All(
        EventSamples.Events.Where(PersonalTextExtractor.HasText), e => Assert.Null(EventText.Find(PersonalTextExtractor.Extract([Note with { Event = e }], "s").Events[0].Event)!.Text));

    [Fact]
    public void Words_that_were_not_filed_are_not_stored_and_so_not_lost() => Assert.Throws<InvalidOperationException>(() => TimelineJson.Write(Note));
}
