using System.Net;
using System.Text.Json;
using FollowUp.TestKit;

namespace FollowUp.EndToEnd.Tests.Stores;

/// <summary>A coordinator with many projects is removed from an installation in tables.</summary>
public sealed class RemovalOnTablesTests
{
    const int Projects = 200;
    const int SubmissionsAtOnce = 8;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_waits_for_a_coordinator_with_two_hundred_projects_who_left()
    {
        await using var host = await HostProcess.StartEmptyDemo(StoreLocation.CreateTables());
        await host.RunCommand("staff", "change", "--email", "yanis@demo.example", "--capacity", "0");
        await host.RunCommand("staff", "change", "--email", "camille@demo.example", "--capacity", "1000");

        // A host remembers its staff for ten seconds; one that starts reads them.
        host.Kill();
        await host.Serve();
        var manager = await host.GetStaffClient("nadia@demo.example");
        var leaving = await host.GetStaffClient("camille@demo.example");
        var now = await host.Now();
        await Parallel.ForEachAsync(
            Enumerable.Range(1, Projects), new ParallelOptions { MaxDegreeOfParallelism = SubmissionsAtOnce, CancellationToken = Cancellation },
            async (number, _) => Assert.Equal(
                HttpStatusCode.Created, (await host.Post(host.WebsiteClient, "/api/projects", Submissions.Company($"P-{number}", now.AddMinutes(-1)))).Status));
        Assert.Equal(Projects, await CountProjects(manager, "camille@demo.example"));

        using var removed = await manager.DeleteAsync("/api/staff/camille@demo.example", Cancellation);
        Assert.True(removed.IsSuccessStatusCode, removed.StatusCode.ToString());
        using var refused = await leaving.GetAsync("/api/queue", Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);

        await Eventually.IsTrue(async () => await CountProjects(manager, "yanis@demo.example") == Projects, () => "Some projects are not handed over.");
        Assert.Equal(0, await CountProjects(manager, "camille@demo.example"));
        await host.Advance("P3D");
        Assert.DoesNotContain(await host.GetMails(to: "camille@demo.example"), mail => mail.At > now);
    }

    static async Task<int> CountProjects(HttpClient manager, string coordinator)
    {
        using var answer = await manager.GetAsync("/api/staff", Cancellation);
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Cancellation)).EnumerateArray()
            .Where(person => person.GetProperty("email").GetString() == coordinator).Sum(person => person.GetProperty("openProjects").GetInt32());
    }
}
