using System.Net;
using System.Text.Json.Nodes;

namespace FollowUp.EndToEnd.Tests.Promises;

public sealed class OutageTests
{
    [Fact]
    public async Task After_an_outage_of_ten_days_each_client_gets_one_mail_at_most()
    {
        await using var host = await HostProcess.StartEmptyDemo();
        await SubmitMany(host, outcomeOf: i => i % 2 == 0 ? "serious" : "no-answer");

        // The mails of the calls leave.
        var now = await host.Advance("PT2M");

        var after = await host.Jump("P10D");

        Assert.Equal(now.AddDays(10), after);
        var mails = (await host.GetMails())
            .Where(m => m.At > now && m.To.EndsWith("@atelier-martin.example", StringComparison.Ordinal)).ToList();
        Assert.Equal(host.Store.ManyProjects / 2, mails.Count);
        Assert.Equal(host.Store.ManyProjects / 2, mails.Select(m => m.To).Distinct().Count());
        Assert.All(mails, m => Assert.Equal("RelaunchFirst", m.Kind));
        foreach (var i in new[] { 1, 2, host.Store.ManyProjects / 2, host.Store.ManyProjects })
        {
            var project = await host.GetProject($"P-{i}");
            Assert.True(project.HasNext && project.WakeAt >= after, $"{project.Json}");
        }
    }

    [Fact]
    public async Task Concurrent_moves_of_the_clock_add_up()
    {
        await using var host = await HostProcess.StartEmptyDemo();
        var start = await host.Now();

        await Task.WhenAll(host.Advance("P1D"), host.Advance("P1D"), host.Advance("P1D"));

        Assert.Equal(start.AddDays(3), await host.Now());
    }

    [Fact]
    public async Task Many_silent_projects_become_dormant_in_one_move_of_the_clock()
    {
        await using var host = await HostProcess.StartEmptyDemo();
        await SubmitMany(host, outcomeOf: _ => "serious");

        await host.Advance(host.Store.LongPeriod);

        var mails = await host.GetMails();
        Assert.Equal(mails.Count, mails.Select(m => m.Id).Distinct().Count());
        Assert.Equal("dormant", (await host.GetProject($"P-{host.Store.ManyProjects}")).Phase);
    }

    /// <summary>Projects whose clients were called half an hour after they posted them.</summary>
    static async Task SubmitMany(HostProcess host, Func<int, string> outcomeOf)
    {
        var all = Enumerable.Range(1, host.Store.ManyProjects).ToList();
        var now = await host.Now();
        var submitted = await Task.WhenAll(
            all.Select(i => host.Post(host.WebsiteClient, "/api/projects", Submissions.Company($"P-{i}", now))));
        Assert.All(submitted, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));

        await host.Advance("PT30M");
        var manager = await host.GetStaffClient("nadia@demo.example");
        var called = await Task.WhenAll(all.Select(i => host.Post(
            manager, $"/api/projects/P-{i}/commands", new JsonObject { ["type"] = "record-call", ["outcome"] = outcomeOf(i) })));
        Assert.All(called, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
    }
}
