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
    public async Task Mails_come_by_the_cadence_then_once_a_quarter_and_closing_is_asked_until_somebody_agrees()
    {
        await using var host = await Host.Start();
        var life = await Asleep(host);
        var slept = life.Seen.LastEventAt;
        for (var quarter = 1; quarter <= 3; quarter++)
        {
            var mail = await life.WaitsForMail("LightMail");
            Assert.InRange((mail.At - slept.AddMonths(3 * quarter)).TotalDays, -0.1, 5);
        }

        Assert.Equal(3, (await life.Mails("RelaunchFirst")).Count + (await life.Mails("RelaunchLater")).Count);
        Assert.Single(await life.Mails("Warning"));

        // After two years of sleep; nobody answers.
        await life.WaitsUntil(p => p.Next == "approve");
        var asked = life.Seen.LastEventAt;
        Assert.Equal(7, (await life.Mails("LightMail")).Count);
        Assert.Equal(life.Seen.Coordinator, Assert.Single(await life.Mails("ApprovalRequest")).To);
        await life.WaitsUntil(p => p.Next != "approve");
        Assert.Equal("dormant", life.Phase);

        // A quarter later; the answer is no.
        await life.WaitsUntil(p => p.Next == "approve");
        Assert.InRange((life.Seen.LastEventAt - asked.AddMonths(3)).TotalDays, -5, 5);
        await life.Command("approve", ("approve", false));
        Assert.Equal("dormant", life.Phase);

        // And once more; the answer is yes, by the link.
        await life.WaitsUntil(p => p.Next == "approve");
        await life.Answers((await life.Mails("ApprovalRequest"))[^1], ("approve", "true"), ("project", "P-1"));
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
