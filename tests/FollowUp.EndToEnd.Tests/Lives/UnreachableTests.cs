namespace FollowUp.EndToEnd.Tests.Lives;

public sealed class UnreachableTests(SharedDemo demo) : IClassFixture<SharedDemo>
{
    [Fact]
    public async Task Six_missed_calls_and_three_mails_without_answer_close_the_project_as_unreachable()
    {
        var host = await demo.BeginTest();
        var life = await Life.SubmitCompany(host);
        var calls = new List<DateTimeOffset>();
        var mails = new List<int>();
        for (var attempt = 1; attempt <= 6; attempt++)
        {
            await life.AdvanceToNextCall();
            calls.Add(life.Project.DueAt);
            await life.RecordCall(attempt % 2 == 0 ? "voicemail" : "no-answer");
            mails.Add((await life.GetMails("TriedToReachYou")).Count);
        }

        Assert.Equal([1, 1, 2, 2, 2, 3], mails);
        Assert.All(calls.Zip(calls.Skip(1)), pair => Assert.NotEqual(pair.First.InParis().Hour < 13, pair.Second.InParis().Hour < 13));
        Assert.InRange(TestCalendar.WorkingDaysBetween(calls[0].Day(), calls[^1].Day()), 9, 10);
        Assert.Equal("wait-for-client", life.Project.Next);
        var last = (await life.GetMails("TriedToReachYou"))[^1];

        await life.AdvanceUntil(p => !p.IsOpen);

        life.AssertDead("unreachable");
        Assert.Equal(5, TestCalendar.WorkingDaysBetween(last.At.Day(), life.Project.LastEventAt.Day()));
        Assert.Equal(["Receipt", "TriedToReachYou", "TriedToReachYou", "TriedToReachYou"], (await life.GetMails()).Select(m => m.Kind));
    }

    [Fact]
    public async Task A_client_picks_a_time_for_the_call_by_the_link()
    {
        var host = await demo.BeginTest();
        var life = await Life.SubmitCompany(host);
        await life.RecordCallWhenDue("no-answer");
        var mail = Assert.Single(await life.GetMails("TriedToReachYou"));

        using var browser = host.CreateClient();
        var slot = (await LinkPage.Open(browser, mail.Link)).Choices("slot")[^1];
        await life.AnswerByLink(mail, ("slot", slot));

        Assert.Equal(DateTimeOffset.Parse(slot, System.Globalization.CultureInfo.InvariantCulture), life.Project.DueAt);
        Assert.Single(await life.GetMails("CallAgreed"));
    }

    [Fact]
    public async Task A_project_that_is_not_serious_is_dead()
    {
        var host = await demo.BeginTest();
        var life = await Life.SubmitCompany(host);

        await life.RecordCallWhenDue("not-serious", ("reason", "just-curious"));

        life.AssertDead("not-serious");
    }
}
