namespace FollowUp.EndToEnd.Tests;

public sealed class UnreachableTests
{
    [Fact]
    public async Task Six_missed_calls_at_different_half_days_three_mails_and_dead_five_working_days_after_the_last()
    {
        await using var host = await Host.Start();
        var life = await Life.OfCompany(host);
        var calls = new List<DateTimeOffset>();
        var mails = new List<int>();
        for (var attempt = 1; attempt <= 6; attempt++)
        {
            await life.ComesToACall();
            calls.Add(life.Seen.DueAt);
            await life.IsCalled(attempt % 2 == 0 ? "voicemail" : "no-answer");
            mails.Add((await life.Mails("TriedToReachYou")).Count);
        }

        Assert.Equal([1, 1, 2, 2, 2, 3], mails);
        Assert.All(calls.Zip(calls.Skip(1)), pair => Assert.NotEqual(pair.First.InParis().Hour < 13, pair.Second.InParis().Hour < 13));
        Assert.InRange(Days.WorkingDaysBetween(calls[0].Day(), calls[^1].Day()), 9, 10);
        Assert.Equal("wait-for-client", life.Seen.Next);
        var last = (await life.Mails("TriedToReachYou"))[^1];

        await life.WaitsUntil(p => !p.IsOpen);

        life.IsDead("unreachable");
        Assert.Equal(5, Days.WorkingDaysBetween(last.At.Day(), life.Seen.LastEventAt.Day()));
        Assert.Equal(["Receipt", "TriedToReachYou", "TriedToReachYou", "TriedToReachYou"], (await life.Mails()).Select(m => m.Kind));
    }

    [Fact]
    public async Task The_mail_lets_the_client_pick_a_time_to_be_called()
    {
        await using var host = await Host.Start();
        var life = await Life.OfCompany(host);
        await life.IsCalledWhenDue("no-answer");
        var mail = Assert.Single(await life.Mails("TriedToReachYou"));

        using var browser = host.Client();
        var slot = (await LinkPage.Open(browser, mail.Link)).Choices("slot")[^1];
        await life.Answers(mail, ("slot", slot));

        Assert.Equal(DateTimeOffset.Parse(slot, System.Globalization.CultureInfo.InvariantCulture), life.Seen.DueAt);
        Assert.Single(await life.Mails("CallAgreed"));
    }

    [Fact]
    public async Task Not_serious_is_dead()
    {
        await using var host = await Host.Start();
        var life = await Life.OfCompany(host);

        await life.IsCalledWhenDue("not-serious", ("reason", "just-curious"));

        life.IsDead("not-serious");
    }
}
