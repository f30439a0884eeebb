using System.Text.Json;

namespace FollowUp.EndToEnd.Tests.Promises;

/// <summary>The demo at its first start.</summary>
public sealed class SampleDataTests
{
    [Theory]
    [InlineData("2026-11-23T08:00:00+01:00")] // a Monday
    [InlineData("2026-11-28T03:00:00+01:00")] // a Saturday, in the night
    [InlineData("2027-05-01T10:00:00+02:00")] // a holiday, and a Saturday
    [InlineData("2027-03-28T01:59:00+01:00")] // a minute before clocks go from two to three
    [InlineData("2026-10-25T02:30:00+01:00")] // in the hour that comes twice
    public async Task The_first_morning_shows_a_plausible_day(string started)
    {
        await using var host = await HostProcess.StartSampleDemo(started);
        var start = await host.Now();
        Assert.Equal(TimeSpan.FromHours(9), start.InParis().TimeOfDay);
        Assert.False(start.Day().IsWeekend());

        foreach (var coordinator in new[] { "camille@demo.example", "yanis@demo.example" })
        {
            var queue = await GetQueue(host, coordinator);
            var calls = queue.Where(q => Kind(q) == "call").ToList();
            Assert.Contains(calls, q => Due(q) < start);
            Assert.Contains(calls, q => Due(q) >= start && Due(q).Day() == start.Day());
            Assert.Contains(queue, q => Kind(q) == "approve");
            Assert.Contains(queue, q => Kind(q) == "answer-question");
            Assert.Equal(
                ["awaiting-validation", "dormant", "in-follow-up"],
                queue.Select(q => q.GetProperty("phase").GetString()!).Distinct().Order());
        }

        var projects = JsonSerializer.Deserialize<JsonElement>(await host.RunCommand("export")).EnumerateArray().ToList();
        Assert.InRange(projects.Count, 40, 60);
        Assert.Contains(projects, p => State(p, "result") == "won");
        Assert.Contains(projects, p => State(p, "generation") == "2");
        Assert.All(
            ["not-serious", "unreachable", "abandoned", "no-sign-of-life"],
            reason => Assert.Contains(projects, p => State(p, "reason") == reason));
        var mails = await host.GetMails();
        Assert.NotEmpty(mails);
        Assert.All(mails, m => Assert.EndsWith(".example", m.To, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_restart_goes_on_with_the_first_morning()
    {
        await using var host = await HostProcess.StartSampleDemo();
        var start = await host.Now();
        var projects = JsonSerializer.Deserialize<JsonElement>(await host.RunCommand("export")).GetArrayLength();

        await host.Advance("PT1H");
        host.Kill();
        await host.Serve();

        Assert.Equal(start.AddHours(1), await host.Now());
        Assert.Equal(projects, JsonSerializer.Deserialize<JsonElement>(await host.RunCommand("export")).GetArrayLength());
    }

    static async Task<IReadOnlyList<JsonElement>> GetQueue(HostProcess host, string staff)
    {
        var client = await host.GetStaffClient(staff);
        var json = await client.GetStringAsync($"/api/queue?staff={staff}", TestContext.Current.CancellationToken);
        return [.. JsonSerializer.Deserialize<JsonElement>(json).EnumerateArray()];
    }

    static string Kind(JsonElement item) => item.GetProperty("nextAction").GetProperty("kind").GetString()!;

    static DateTimeOffset Due(JsonElement item) => item.GetProperty("nextAction").GetProperty("dueAt").GetDateTimeOffset();

    static string? State(JsonElement project, string name) => project.GetProperty("state").GetProperty(name).GetString();
}
