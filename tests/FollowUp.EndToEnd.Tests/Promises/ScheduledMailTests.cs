namespace FollowUp.EndToEnd.Tests.Promises;

/// <summary>The department's scheduled mails, by the demo's clock.</summary>
public sealed class ScheduledMailTests
{
    [Fact]
    public async Task Each_coordinator_gets_one_digest_a_morning_and_a_restart_sends_no_second_one()
    {
        await using var host = await HostProcess.StartSampleDemo();
        var day = (await host.Now()).Day();
        do
        {
            day = day.AddDays(1);
        }
        while (day.IsWeekend());

        await host.AdvanceTo(day.At(9, 0));
        var digests = await GetMails(host, "digest");
        Assert.Contains("camille@demo.example", digests.Select(m => m.To));
        Assert.Contains("yanis@demo.example", digests.Select(m => m.To));
        Assert.All(digests, m => Assert.Equal(day.At(7, 30), m.At));

        host.Kill();
        await host.Serve();
        await host.Advance("PT1H");

        Assert.Equal(digests.Select(m => m.Id), (await GetMails(host, "digest")).Select(m => m.Id));
    }

    [Fact]
    public async Task An_outage_of_ten_days_ends_with_one_digest_at_most()
    {
        await using var host = await HostProcess.StartSampleDemo();
        await host.Jump("P10D");

        Assert.All((await GetMails(host, "digest")).GroupBy(m => m.To), to => Assert.Single(to));
    }

    [Fact]
    public async Task The_manager_gets_one_report_on_Monday()
    {
        await using var host = await HostProcess.StartSampleDemo();
        await host.Advance("P7D");
        var day = (await host.Now()).Day();

        var report = Assert.Single(await GetMails(host, "weekly-report"));
        Assert.Equal(("nadia@demo.example", TimeSpan.FromHours(8)), (report.To, report.At.InParis().TimeOfDay));
        Assert.InRange(report.At.Day(), day.AddDays(-6), day);
        host.Kill();
        await host.Serve();
        await host.Advance("PT1H");
        Assert.Single(await GetMails(host, "weekly-report"));
    }

    static async Task<IReadOnlyList<MailboxMail>> GetMails(HostProcess host, string kind) =>
        [.. (await host.GetMails()).Where(m => m.Id.StartsWith(kind + ".", StringComparison.Ordinal))];
}
