namespace FollowUp.EndToEnd.Tests.Lives;

public sealed class UnreachableTests
{
    [Fact]
    public async Task Six_missed_calls_at_different_half_days_three_mails_and_dead_five_working_days_after_the_last()
    {
        await using var host = await HostProcess.StartEmptyDemo();
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
    public async Task The_mail_lets_the_client_pick_a_time_to_be_called()
    {
        await using var host = await HostProcess.StartEmptyDemo();
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
    public async Task Not_serious_is_dead()
    {
        await using var host = await HostProcess.StartEmptyDemo();
        var life = await Life.SubmitCompany(host);

        await life.RecordCallWhenDue("not-serious", ("reason", "just-curious"));

        life.AssertDead("not-serious");
    }
}
