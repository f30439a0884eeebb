using System.Net;
using System.Text.Json.Nodes;

namespace FollowUp.EndToEnd.Tests.Lives;

/// <summary>Private persons: décret 2022-1313.</summary>
public sealed class PersonTests(SharedDemo demo) : IClassFixture<SharedDemo>
{
    [Fact]
    public async Task Never_a_fifth_call_in_thirty_days_never_outside_the_hours()
    {
        var host = await demo.BeginTest();
        var life = await Life.SubmitPerson(host);
        var calls = new List<DateTimeOffset>();
        await CallWhenDue(life, "no-answer", calls);
        await CallWhenDue(life, "no-answer", calls);
        await CallWhenDue(life, "no-answer", calls);
        await CallWhenDue(life, "serious", calls);
        await OptOutOfMails(host, life);

        // From now on every relaunch is a call, and each sign of life restarts the short delays.
        for (var i = 0; i < 12; i++)
        {
            await CallWhenDue(life, i % 2 == 0 ? "no-answer" : "still-looking", calls);
        }

        Assert.Equal(16, calls.Count);
        Assert.All(calls, call => Assert.True(IsAllowed(call), $"{call.InParis()}"));
        Assert.All(calls.Zip(calls.Skip(4)), pair => Assert.True((pair.Second - pair.First).TotalDays >= 30, $"{pair}"));
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(7, 14)]
    public async Task Never_on_a_holiday(int month, int day)
    {
        var host = await demo.BeginTest();
        var holiday = new DateOnly(TestCalendar.YearOfWeekdayHolidays(await host.Now()), month, day);
        await host.JumpTo(holiday.AddDays(-40).At(10, 0));
        var life = await Life.SubmitPerson(host);
        await life.RecordCallWhenDue("serious");
        await OptOutOfMails(host, life);

        await life.GiveCommand("snooze", ("until", holiday.Iso()), ("reason", "Revient de voyage ce jour-là."));
        await life.AdvanceToNextCall();

        Assert.NotEqual(holiday, life.Project.DueAt.Day());
        Assert.True(IsAllowed(life.Project.DueAt));
        Assert.InRange(life.Project.DueAt.Day().DayNumber - holiday.DayNumber, 1, 5);
        Assert.True((await host.Now()).Day() > holiday);
    }

    [Fact]
    public async Task No_call_is_planned_without_consent()
    {
        var host = await demo.BeginTest();
        var submission = Submissions.Person(host.NewProjectId(), await host.Now());
        ((JsonObject)submission["client"]!).Remove("consentToCall");
        var life = await Life.Submit(host, submission);

        await life.AdvanceUntil(p =>
        {
            Assert.NotEqual("call", p.HasNext ? p.Next : null);
            return !p.IsOpen;
        });

        life.AssertDead("unreachable");
        Assert.Equal(3, (await life.GetMails("TriedToReachYou")).Count);
    }

    static async Task CallWhenDue(Life life, string outcome, List<DateTimeOffset> calls)
    {
        await life.AdvanceToNextCall();
        calls.Add(life.Project.DueAt);
        await life.RecordCall(outcome);
    }

    /// <summary>By the one-click address of a relaunch (RFC 8058).</summary>
    static async Task OptOutOfMails(HostProcess host, Life life)
    {
        var relaunch = await life.AdvanceToMail("RelaunchFirst");
        var address = relaunch.GetHeader("List-Unsubscribe")!.Trim('<', '>');
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        using var answer = await host.AnonymousClient.PostAsync(new Uri(address), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await life.Refresh();
        Assert.Equal("call", life.Project.Next);
    }

    static bool IsAllowed(DateTimeOffset call)
    {
        var time = call.InParis().TimeOfDay;
        var day = call.Day();
        return !day.IsWeekend() && (day.Month, day.Day) is not ((5, 1) or (7, 14))
            && time >= TimeSpan.FromHours(10) && time < TimeSpan.FromHours(20)
            && !(time >= TimeSpan.FromHours(13) && time < TimeSpan.FromHours(14));
    }
}
