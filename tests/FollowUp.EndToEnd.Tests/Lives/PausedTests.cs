namespace FollowUp.EndToEnd.Tests;

public sealed class PausedTests
{
    [Fact]
    public async Task Snoozed_for_two_months_it_is_left_alone_and_then_relaunched()
    {
        await using var host = await Host.Start();
        var life = await Life.OfCompany(host);
        await life.IsCalledWhenDue("serious");
        var until = (await host.Now()).AddMonths(2).Day();
        await life.Command("snooze", ("until", until.Iso()), ("reason", "Attend le vote de son budget."));
        var before = (await life.Mails()).Count;

        await life.Until(until.AddDays(-1).At(23, 59));
        Assert.Equal("in-follow-up", life.Phase);
        Assert.Equal(before, (await life.Mails()).Count);

        var mail = await life.WaitsForMail("RelaunchAfterSnooze");
        Assert.InRange(mail.At.Day().DayNumber - until.DayNumber, 0, 5);
    }

    [Fact]
    public async Task An_answer_in_the_meantime_ends_the_pause()
    {
        await using var host = await Host.Start();
        var life = await Life.OfCompany(host);
        await life.IsCalledWhenDue("serious");
        var relaunch = await life.WaitsForMail("RelaunchFirst");
        await life.Answers(relaunch, ("answer", "not-now"), ("until", (await host.Now()).AddMonths(2).Day().Iso()));
        Assert.True(life.Seen.DueAt > (await host.Now()).AddDays(50));

        await life.Website("signals", new() { ["kind"] = "message", ["provider"] = "PR-1", ["at"] = Host.Rfc3339(await host.Now()) });

        Assert.True(life.Seen.DueAt < (await host.Now()).AddDays(10));
    }

    [Fact]
    public async Task The_client_is_called_back_at_the_agreed_time_which_a_mail_confirms_with_a_calendar_entry()
    {
        await using var host = await Host.Start();
        var life = await Life.OfCompany(host);
        await life.ComesToACall();
        var agreed = (await host.Now()).Day().AddDays(2).At(12, 45); // outside the windows, and yet what the client wants

        await life.IsCalled("call-back", ("at", Host.Rfc3339(agreed)));

        Assert.Equal(("call", agreed), (life.Seen.Next, life.Seen.DueAt));
        var mail = Assert.Single(await life.Mails("CallAgreed"));
        using var entry = await host.Anybody.GetAsync($"/demo/mailbox/{mail.Id}/appointment.ics", TestContext.Current.CancellationToken);
        var calendar = await entry.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("BEGIN:VEVENT", calendar, StringComparison.Ordinal);
        Assert.Contains($"DTSTART:{agreed.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}", calendar, StringComparison.Ordinal);

        await life.IsCalledWhenDue("serious");
        Assert.Equal(agreed, await host.Now());
        Assert.Equal("in-follow-up", life.Phase);
    }

    [Fact]
    public async Task Reopened_after_dead_it_is_a_new_generation_of_the_same_project()
    {
        await using var host = await Host.Start();
        var life = await Life.OfCompany(host);
        await life.IsCalledWhenDue("serious");
        await life.IsCalled("gave-up");
        life.IsDead("abandoned");
        await life.Waits("P20D");

        await life.Command("reopen", ("reason", "Le financement est accordé."));

        Assert.Equal(("in-follow-up", 2), (life.Phase, life.Seen.Generation));
        Assert.Contains("project-submitted", life.Seen.Events);
        await life.WaitsForMail("RelaunchFirst");
    }

    [Fact]
    public async Task Closed_and_undone_within_ten_minutes_nothing_leaves()
    {
        await using var host = await Host.Start();
        var life = await Life.OfCompany(host);
        await life.IsCalledWhenDue("serious");
        await life.Command("close", ("result", "dead"), ("reason", "abandoned"));
        await life.Waits("PT9M");
        var before = (await life.Mails()).Count;

        await life.Command("undo");
        Assert.Equal("in-follow-up", life.Phase);

        await life.Waits("PT2H");
        Assert.Equal(before, (await life.Mails()).Count);
    }

    [Fact]
    public async Task Closed_and_not_undone_the_thanks_leave_after_ten_minutes()
    {
        await using var host = await Host.Start();
        var life = await Life.OfCompany(host);
        await life.IsCalledWhenDue("serious");
        await life.Command("close", ("result", "dead"), ("reason", "abandoned"));

        await life.Waits("PT9M59S");
        Assert.Empty(await life.Mails("OutcomeThanks"));

        await life.Waits("PT1S");
        Assert.Single(await life.Mails("OutcomeThanks"));
    }
}
