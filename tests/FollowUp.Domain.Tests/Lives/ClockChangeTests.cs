using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using NodaTime;

namespace FollowUp.Domain.Tests.Lives;

/// <summary>
/// The nights of the clock change of every year from 2025 to 2035: what is due before, in and after the skipped or repeated hour is done once,
/// at the next opening.
/// </summary>
public class ClockChangeTests
{
    static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    // The Mondays after that are Easter Monday or All Saints' Day.
    static readonly string[] BeforeHolidays = ["2027-03-28", "2032-03-28", "2035-03-25", "2027-10-31", "2032-10-31"];

    public static TheoryData<string> Nights => [.. DaylightSavingTests.March.Concat(DaylightSavingTests.October).Select(night => night.Data)];

    [Theory]
    [MemberData(nameof(Nights))]
    public void Relaunch_due_around_the_clock_change_is_sent_once(string sunday)
    {
        foreach (var clock in new[] { "00:00", "01:59", "02:00", "02:30", "02:59", "03:00", "03:30", "23:59" })
        {
            var validated = Wall(Paris.Day(sunday).PlusDays(-3), clock);
            var story = (A.CompanyProject.PostedOn("2025-01-06 09:00 +01").AwaitingValidation with { Now = validated }).Calls(CallOutcome.Serious);
            Assert.Equal((ActionKind.Mail, Opening(sunday)), (story.Project.Next!.Kind, story.Project.Next.DueAt));
            story = story.Wakes().Enqueues(MessageKind.RelaunchFirst);
            Assert.Equal(Opening(sunday), story.Messages.Single().NotBefore);
            story.TimeAdvances().ChangesNothing();
        }
    }

    [Theory]
    [MemberData(nameof(Nights))]
    public void Delay_over_the_clock_change_keeps_the_local_time(string sunday)
    {
        var validated = Wall(Paris.Day(sunday).PlusDays(-2), "15:20");
        var story = (A.CompanyProject.PostedOn("2025-01-06 09:00 +01").AwaitingValidation with { Now = validated }).Calls(CallOutcome.Serious);
        var monday = Paris.Day(sunday).PlusDays(1);
        Assert.Equal(BeforeHolidays.Contains(sunday) ? Opening(sunday) : Wall(monday, "15:20"), story.Project.Next!.DueAt);
    }

    [Theory]
    [MemberData(nameof(Nights))]
    public void Call_agreed_for_that_night_keeps_its_minute(string sunday)
    {
        var before = A.CompanyProject.PostedOn("2025-01-06 09:00 +01").AwaitingValidation with { Now = Paris.At($"{sunday} 00:00 +02") };
        foreach (var utc in new[] { "00:00", "00:30", "00:59", "01:00", "01:30", "02:00" })
        {
            var agreed = Paris.At($"{sunday} {utc} +00");
            var story = before.ClientSays(ClientAnswer.CallMe, call: agreed);
            Assert.Equal((ActionKind.Call, agreed), (story.Project.Next!.Kind, story.Project.Next.DueAt));
            story.WhenDue().Calls(CallOutcome.Serious).Is(Phase.InFollowUp, Stage.Relaunching);
        }
    }

    [Theory]
    [MemberData(nameof(Nights))]
    public void Pause_until_that_Sunday_ends_once_at_the_next_opening(string sunday)
    {
        var story = A.CompanyProject.PostedOn("2025-01-06 09:00 +01").InFollowUp with { Now = Wall(Paris.Day(sunday).PlusDays(-10), "10:00") };
        story = story.Snoozes(sunday);
        Assert.Equal(Opening(sunday), story.Project.Next!.DueAt);
        story.Wakes().Enqueues(MessageKind.RelaunchAfterSnooze).TimeAdvances().ChangesNothing();
    }

    /// <summary>The opening, and this project’s own minute after it.</summary>
    static Instant Opening(string sunday) => Wall(Paris.Day(sunday).PlusDays(BeforeHolidays.Contains(sunday) ? 2 : 1), "08:42");

    static Instant Wall(LocalDate day, string clock) => Zone.AtStrictly(day + Paris.Time(clock)).ToInstant();
}
