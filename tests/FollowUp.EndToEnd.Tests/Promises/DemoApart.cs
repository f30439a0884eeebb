using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.EndToEnd.Tests.Stores;

namespace FollowUp.EndToEnd.Tests.Promises;

/// <summary>A demo and a real department never share an installation. On any store.</summary>
public abstract class DemoApart(Func<StoreLocation> createStore)
{
    static readonly DateTimeOffset SubmittedAt = new(2026, 11, 23, 6, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_demo_on_imported_projects_is_refused_and_harms_none_of_them_when_it_is_killed()
    {
        await using var host = await HostProcess.CreateStopped(createStore());
        var before = await ImportTwoProjects(host);

        var (code, _, errors) = await host.TryCommand("serve", "--demo", "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, code);
        Assert.Contains("new folder", errors, StringComparison.Ordinal);
        foreach (var milliseconds in new[] { 50, 150, 250, 350, 450, 550, 650, 800, 1000 })
        {
            await host.KillCommand(TimeSpan.FromMilliseconds(milliseconds), "serve", "--demo", "--urls", "http://127.0.0.1:0");
        }

        Assert.Equal(before, await host.RunCommand("export"));
    }

    [Fact]
    public async Task A_department_that_was_served_once_is_no_demo_even_while_it_is_empty()
    {
        await using var host = await HostProcess.CreateStopped(createStore());
        await host.Serve();
        Assert.DoesNotContain("demo-ribbon", await GetPage(host, "/"), StringComparison.Ordinal);
        Assert.DoesNotContain("demo-ribbon", await GetPage(host, "/desk/sign-in"), StringComparison.Ordinal);
        Assert.DoesNotContain("/desk/sign-in/demo", await GetPage(host, "/desk/sign-in"), StringComparison.Ordinal);
        host.Kill();

        var (code, _, errors) = await host.TryCommand("serve", "--demo", "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, code);
        Assert.Contains("real department", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demo_says_so_on_its_pages_and_is_not_served_as_a_department()
    {
        await using var host = await HostProcess.StartEmptyDemo(createStore());
        foreach (var page in new[] { "/", "/desk/sign-in", "/demo/mailbox", "/nowhere", "/l/unknown" })
        {
            Assert.Contains("demo-ribbon", await GetPage(host, page), StringComparison.Ordinal);
        }

        host.Kill();
        var (code, _, errors) = await host.TryCommand("serve", "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, code);
        Assert.Contains("--demo", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demo_that_was_killed_while_it_was_made_is_complete_at_its_next_start()
    {
        await using var host = await HostProcess.CreateStopped(createStore());
        foreach (var milliseconds in new[] { 500, 700, 900, 1100, 1400, 1800 })
        {
            await host.KillCommand(TimeSpan.FromMilliseconds(milliseconds), "serve", "--demo", "--urls", "http://127.0.0.1:0");
        }

        await host.Serve("--demo");

        Assert.InRange(JsonSerializer.Deserialize<JsonElement>(await host.RunCommand("export")).GetArrayLength(), 40, 60);
    }

    static async Task<string> ImportTwoProjects(HostProcess host)
    {
        var file = Path.GetTempFileName();
        try
        {
            var projects = new JsonArray(Submissions.Company("P-1", SubmittedAt), Submissions.Company("P-2", SubmittedAt));
            await File.WriteAllTextAsync(file, projects.ToJsonString(), TestContext.Current.CancellationToken);
            await host.RunCommand("import", file);
        }
        finally
        {
            File.Delete(file);
        }

        var exported = await host.RunCommand("export");
        Assert.Equal(2, JsonSerializer.Deserialize<JsonElement>(exported).GetArrayLength());
        return exported;
    }

    static async Task<string> GetPage(HostProcess host, string path)
    {
        using var answer = await host.AnonymousClient.GetAsync(path, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
