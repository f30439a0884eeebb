namespace FollowUp.EndToEnd.Tests;

public sealed class SilentTests
{
    [Fact]
    public async Task Silence_brings_a_warning_then_sleep_a_sign_of_life_wakes_it_and_the_client_gives_up()
    {
        await using var host = await Host.Start();
        var life = await Asleep(host);

        await life.WaitsForMail("LightMail");
        var second = await life.WaitsForMail("LightMail");
        Assert.Equal("dormant", life.Phase);

        await life.Answers(second, ("answer", "still-looking"));
        Assert.Equal("in-follow-up", life.Phase);

        var relaunch = await life.WaitsForMail("RelaunchFirst");
        await life.ClosesByLink(relaunch, "gave-up");
        life.IsDead("abandoned");
    }

    [Fact]
    public async Task Mails_come_by_the_cadence_then_once_a_quarter()
    {
        await using var host = await Host.Start();
        var life = await Asleep(host);
        var slept = life.Seen.LastEventAt;
        for (var quarter = 1; quarter <= 3; quarter++)
        {
            var mail = await life.WaitsForMail("LightMail");
            var months = slept.AddMonths(3 * quarter);
            Assert.InRange((mail.At - months).TotalDays, -0.1, 5);
        }

        Assert.Equal(3, (await life.Mails("RelaunchFirst")).Count + (await life.Mails("RelaunchLater")).Count);
        Assert.Single(await life.Mails("Warning"));
    }

    [Fact]
    public async Task After_two_years_of_sleep_closing_is_asked_and_approved()
    {
        await using var host = await Host.Start();
        var life = await Asleep(host);
        await life.WaitsUntil(p => p.Next == "approve");
        Assert.Equal(7, (await life.Mails("LightMail")).Count);
        Assert.Equal(life.Seen.Coordinator, Assert.Single(await life.Mails("ApprovalRequest")).To);

        await life.Command("approve", ("approve", true));

        life.IsDead("no-sign-of-life");
    }

    [Fact]
    public async Task Without_an_answer_it_sleeps_on_until_closing_is_asked_again_a_quarter_later_and_approved_by_the_link()
    {
        await using var host = await Host.Start();
        var life = await Asleep(host);
        await life.WaitsUntil(p => p.Next == "approve");
        var asked = life.Seen.LastEventAt;

        await life.WaitsUntil(p => p.Next != "approve");
        Assert.Equal("dormant", life.Phase);

        await life.WaitsUntil(p => p.Next == "approve");
        Assert.InRange((life.Seen.LastEventAt - asked.AddMonths(3)).TotalDays, -5, 5);
        var mails = await life.Mails("ApprovalRequest");
        Assert.Equal(2, mails.Count);

        await life.Answers(mails[1], ("approve", "true"));

        life.IsDead("no-sign-of-life");
    }

    /// <summary>Serious, and then nothing is ever heard of the client again.</summary>
    static async Task<Life> Asleep(Host host)
    {
        var life = await Life.OfCompany(host);
        await life.IsCalledWhenDue("serious");
        await life.WaitsForMail("RelaunchFirst");
        await life.WaitsForMail("RelaunchLater");
        await life.IsCalledWhenDue("no-answer");
        await life.WaitsForMail("RelaunchLater");
        await life.WaitsForMail("Warning");
        Assert.Equal("in-follow-up", life.Phase);
        await life.WaitsUntil(p => p.Phase == "dormant");
        return life;
    }
}
