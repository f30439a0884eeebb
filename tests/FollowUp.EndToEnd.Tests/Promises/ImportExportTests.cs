namespace FollowUp.EndToEnd.Tests.Promises;

/// <summary>The commands <c>export</c> and <c>import</c>.</summary>
public sealed class ImportExportTests
{
    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task An_export_can_be_imported_and_bad_lines_are_reported(string format)
    {
        await using var host = await HostProcess.StartEmptyDemo();
        var life = await Life.SubmitCompany(host, "P-1");
        await Life.SubmitPerson(host, "P-2");
        await life.RecordCallWhenDue("serious");
        var exported = await host.RunCommand("export", "--format", format);
        var folder = Directory.CreateTempSubdirectory("followup-e2e-").FullName;
        var (good, bad) = (Path.Combine(folder, "good." + format), Path.Combine(folder, "bad." + format));
        await File.WriteAllTextAsync(good, exported, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            bad, exported.Replace("Refonte", "Reprise", StringComparison.Ordinal).Replace("33639981234", "12", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);

        await using var another = await HostProcess.StartEmptyDemo();
        await another.AdvanceTo(await host.Now());
        var first = await another.TryCommand("import", good);
        var again = await another.TryCommand("import", good);
        var other = await another.TryCommand("import", bad);

        Assert.Equal((0, ""), (first.Code, first.Output));
        Assert.Contains("2 taken", first.Errors, StringComparison.Ordinal);
        Assert.Contains("2 known already", again.Errors, StringComparison.Ordinal);
        Assert.Equal(1, other.Code);
        Assert.Contains(format == "csv" ? "line 2: id" : "item 1: id", other.Errors, StringComparison.Ordinal);
        Assert.Contains(format == "csv" ? "line 3: client.phone" : "item 2: client.phone", other.Errors, StringComparison.Ordinal);
        Assert.Equal("awaiting-validation", (await another.GetProject("P-1")).Phase);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_project_imported_beside_a_serving_host_takes_part_in_the_next_move_of_the_clock()
    {
        await using var host = await HostProcess.StartEmptyDemo();
        await Life.SubmitCompany(host, "P-1");
        var file = Path.Combine(Directory.CreateTempSubdirectory("followup-e2e-").FullName, "one.json");
        await File.WriteAllTextAsync(file, await host.RunCommand("export", "--format", "json"), TestContext.Current.CancellationToken);

        await using var another = await HostProcess.StartEmptyDemo();
        await another.Advance("P1D");
        await another.RunCommand("import", file);
        var imported = (await another.GetProject("P-1")).LastEventAt;
        await another.Advance("P20D");

        var seen = await another.GetProject("P-1");
        Assert.Contains("call-overdue", seen.Events);
        var (first, now) = (seen.At("call-overdue"), await another.Now());
        Assert.True(first < imported.AddDays(4), $"Imported at {imported}, the first call was found overdue at {first}, and it is {now}.");
    }
}
