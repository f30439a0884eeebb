using System.Net;

namespace FollowUp.EndToEnd.Tests;

/// <summary>What goes out by the command line, comes in by it, or is made anew.</summary>
public sealed class ExchangeTests
{
    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task What_was_exported_can_be_imported_and_bad_lines_are_reported(string format)
    {
        await using var host = await Host.Start();
        var life = await Life.OfCompany(host, "P-1");
        await Life.OfPerson(host, "P-2");
        await life.IsCalledWhenDue("serious");
        var exported = await host.Run("export", "--format", format);
        var folder = Directory.CreateTempSubdirectory("followup-e2e-").FullName;
        var (good, bad) = (Path.Combine(folder, "good." + format), Path.Combine(folder, "bad." + format));
        await File.WriteAllTextAsync(good, exported, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            bad, exported.Replace("Refonte", "Reprise", StringComparison.Ordinal).Replace("33639981234", "12", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);

        await using var another = await Host.Start();
        await another.To(await host.Now());
        var first = await another.Try("import", good);
        var again = await another.Try("import", good);
        var other = await another.Try("import", bad);

        Assert.Equal((0, ""), (first.Code, first.Output));
        Assert.Contains("2 taken", first.Errors, StringComparison.Ordinal);
        Assert.Contains("2 known already", again.Errors, StringComparison.Ordinal);
        Assert.Equal(1, other.Code);
        Assert.Contains(format == "csv" ? "line 2: id" : "item 1: id", other.Errors, StringComparison.Ordinal);
        Assert.Contains(format == "csv" ? "line 3: client.phone" : "item 2: client.phone", other.Errors, StringComparison.Ordinal);
        Assert.Equal("awaiting-validation", (await another.Project("P-1")).Phase);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_another_process_imports_beside_a_serving_host_lives_through_the_next_move_of_the_clock()
    {
        await using var host = await Host.Start();
        await Life.OfCompany(host, "P-1");
        var file = Path.Combine(Directory.CreateTempSubdirectory("followup-e2e-").FullName, "one.json");
        await File.WriteAllTextAsync(file, await host.Run("export", "--format", "json"), TestContext.Current.CancellationToken);

        await using var another = await Host.Start();
        await another.Advance("P1D");
        await another.Run("import", file);
        var imported = (await another.Project("P-1")).LastEventAt;
        await another.Advance("P20D");

        var seen = await another.Project("P-1");
        Assert.Contains("call-overdue", seen.Events);
        var (first, now) = (seen.At("call-overdue"), await another.Now());
        Assert.True(first < imported.AddDays(4), $"Imported at {imported}, the first call was found overdue at {first}, and it is {now}.");
    }

    [Fact]
    public async Task Rebuilt_from_its_events_everything_is_as_before()
    {
        await using var host = await Host.Start();
        var life = await Life.OfCompany(host);
        await life.IsCalledWhenDue("serious");
        var queue = await Queue(host, life.Seen.Coordinator);
        var before = life.Seen;

        await host.Run("rebuild");

        await life.Look();
        Assert.Equal(before.Json.ToString(), life.Seen.Json.ToString());
        Assert.Equal(queue, await Queue(host, life.Seen.Coordinator));
    }

    static async Task<string> Queue(Host host, string staff)
    {
        var client = await host.Staff(staff);
        using var answer = await client.GetAsync($"/api/queue?staff={staff}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
