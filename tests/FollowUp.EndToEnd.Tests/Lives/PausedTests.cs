namespace FollowUp.EndToEnd.Tests.Lives;

public sealed class PausedTests(SharedDemo demo) : IClassFixture<SharedDemo>
{
    [Fact]
    public async Task A_snoozed_project_gets_no_mail_until_the_snooze_ends()
    {
        var host = await demo.BeginTest();
        var life = await Life.SubmitCompany(host);
        await life.RecordCallWhenDue("serious");
        var until = (await host.Now()).AddMonths(2).Day();
        await life.GiveCommand("snooze", ("until", until.Iso()), ("reason", "Attend le vote de son budget."));
        var before = (await life.GetMails()).Count;

        await life.AdvanceTo(until.AddDays(-1).At(23, 59));
        Assert.Equal("in-follow-up", life.Phase);
        Assert.Equal(before, (await life.GetMails()).Count);

        var mail = await life.AdvanceToMail("RelaunchAfterSnooze");
        Assert.InRange(mail.At.Day().DayNumber - until.DayNumber, 0, 5);
    }

    [Fact]
    public async Task A_signal_during_a_snooze_ends_it()
    {
        var host = await demo.BeginTest();
        var life = await Life.SubmitCompany(host);
        await life.RecordCallWhenDue("serious");
        var relaunch = await life.AdvanceToMail("RelaunchFirst");
        await life.AnswerByLink(relaunch, ("answer", "not-now"), ("until", (await host.Now()).AddMonths(2).Day().Iso()));
        Assert.True(life.Project.DueAt > (await host.Now()).AddDays(50));

        await life.PostFromWebsite("signals", new() { ["kind"] = "message", ["provider"] = "PR-1", ["at"] = HostProcess.FormatTime(await host.Now()) });

        Assert.True(life.Project.DueAt < (await host.Now()).AddDays(10));
    }

    [Fact]
    public async Task An_agreed_call_is_due_at_its_time_and_confirmed_with_a_calendar_entry()
    {
        var host = await demo.BeginTest();
        var life = await Life.SubmitCompany(host);
        await life.AdvanceToNextCall();
        var agreed = (await host.Now()).Day().AddDays(2).At(12, 45); // outside the hours for planned calls; an agreed time is kept

        await life.RecordCall("call-back", ("at", HostProcess.FormatTime(agreed)));

        Assert.Equal(("call", agreed), (life.Project.Next, life.Project.DueAt));
        var mail = Assert.Single(await life.GetMails("CallAgreed"));
        using var entry = await host.AnonymousClient.GetAsync($"/demo/mailbox/{mail.Id}/appointment.ics", TestContext.Current.CancellationToken);
        var calendar = await entry.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("BEGIN:VEVENT", calendar, StringComparison.Ordinal);
        Assert.Contains($"DTSTART:{agreed.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}", calendar, StringComparison.Ordinal);

        await life.AdvanceToNextCall();
        Assert.Equal(agreed, await host.Now());
        await life.RecordCall("serious");
        Assert.Equal("in-follow-up", life.Phase);
    }

    [Fact]
    public async Task A_reopened_project_is_a_new_generation_of_the_same_project()
    {
        var host = await demo.BeginTest();
        var life = await Life.SubmitCompany(host);
        await life.RecordCallWhenDue("serious");
        await life.RecordCall("gave-up");
        life.AssertDead("abandoned");
        await life.Advance("P20D");

        await life.GiveCommand("reopen", ("reason", "Le financement est accordé."));

        Assert.Equal(("in-follow-up", 2), (life.Phase, life.Project.Generation));
        Assert.Contains("project-submitted", life.Project.Events);
        await life.AdvanceToMail("RelaunchFirst");
    }

    [Fact]
    public async Task A_closing_undone_within_ten_minutes_sends_no_mail()
    {
        var host = await demo.BeginTest();
        var life = await Life.SubmitCompany(host);
        await life.RecordCallWhenDue("serious");
        await life.GiveCommand("close", ("result", "dead"), ("reason", "abandoned"));
        await life.Advance("PT9M");
        var before = (await life.GetMails()).Count;

        await life.GiveCommand("undo");
        Assert.Equal("in-follow-up", life.Phase);

        await life.Advance("PT2H");
        Assert.Equal(before, (await life.GetMails()).Count);
    }

    [Fact]
    public async Task A_closing_sends_its_mail_after_ten_minutes()
    {
        var host = await demo.BeginTest();
        var life = await Life.SubmitCompany(host);
        await life.RecordCallWhenDue("serious");
        await life.GiveCommand("close", ("result", "dead"), ("reason", "abandoned"));

        await life.Advance("PT9M59S");
        Assert.Empty(await life.GetMails("OutcomeThanks"));

        await life.Advance("PT1S");
        Assert.Single(await life.GetMails("OutcomeThanks"));
    }
}
