using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Tests.Permissions;

/// <summary>Which words of a timeline the website may read.</summary>
public class WebsiteReadingTests
{
    static readonly TimelineText Text = new(Language.English, WorkingCalendar.France, id => id, words => words?.Text);

    /// <summary>The samples hold every kind of event (<c>TimelineTextTests</c>): a new one without a rule throws here.</summary>
    [Fact]
    public void Every_event_has_a_rule() => Assert.All(EventSamples.Events, e => WebsiteReading.MayReadWords(e));

    /// <summary>A kind of event that gets free text has to be placed in one of the two lists.</summary>
    [Fact]
    public void Words_are_read_by_the_website_only_where_providers_or_the_website_know_them()
    {
        string[] readable = [nameof(ConsentRecorded), nameof(QuestionAnswered), nameof(QuestionAsked)];
        string[] byVisibility = [nameof(NoteAdded), nameof(ProviderCalled)];
        var withWords = EventSamples.Events.Where(e => e.GetType().GetProperties().Any(p => p.PropertyType == typeof(FreeText))).ToList();

        Assert.Equal(readable, withWords.Where(WebsiteReading.MayReadWords).Select(e => e.GetType().Name).Distinct().Except(byVisibility).Order());
        Assert.Equal(
            [
                nameof(ClientReplied), nameof(InformationGiven), nameof(InformationRequested), nameof(MailWritten), nameof(ProjectClosed), nameof(ProjectReopened),
                nameof(ProviderHandedOver), nameof(Snoozed),
            ],
            withWords.Where(e => !WebsiteReading.MayReadWords(e)).Select(e => e.GetType().Name).Distinct().Except(byVisibility).Order());
    }

    [Theory]
    [InlineData(Visibility.Internal, false)]
    [InlineData(Visibility.Shared, true)]
    public void Notes_and_calls_with_providers_are_read_when_they_are_shared(Visibility visibility, bool isRead)
    {
        Assert.Equal(isRead, WebsiteReading.MayReadWords(new NoteAdded(new FreeText("words"), visibility)));
        Assert.Equal(isRead, WebsiteReading.MayReadWords(new ProviderCalled("PR-1", true, CallDirection.Outbound, new FreeText("words"), visibility)));
    }

    [Fact]
    public void Sentence_without_words_says_what_happened()
    {
        var reply = new ClientReplied(new FreeText("secret"), NodaTime.Instant.FromUtc(2026, 11, 23, 9, 0));

        Assert.Equal("The client answered an email", (Text with { LeavesWordsOut = true }).Describe(reply));
        Assert.Contains("secret", Text.Describe(reply), StringComparison.Ordinal);
    }
}
