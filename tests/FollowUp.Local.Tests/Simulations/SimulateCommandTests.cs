using System.Text.Json;
using FollowUp.Domain.Cadences;

namespace FollowUp.Local.Tests.Simulations;

/// <summary><c>simulate</c> and <c>fit</c> as they are called.</summary>
public sealed class SimulateCommandTests : IDisposable
{
    static readonly string[] Small = ["simulate", "--projects", "60", "--months", "3", "--seed", "5", "--runs", "3"];

    readonly CommandLine command = new();

    public void Dispose() => command.Dispose();

    [Fact]
    public async Task Json_goes_to_standard_output_alone_and_is_the_same_again()
    {
        var (code, output, _) = await command.RunWithoutData([.. Small, "--json"]);

        Assert.Equal(0, code);
        using var report = JsonDocument.Parse(output);
        Assert.Contains(report.RootElement.GetProperty("metrics").EnumerateArray(), m => m.GetProperty("name").GetString() == "won");
        Assert.Equal(output, (await command.RunWithoutData([.. Small, "--json"])).Output);
    }

    [Fact]
    public async Task Another_cadence_is_compared_as_table_csv_and_page()
    {
        var (cadence, page) = (command.GetPath("cadence.json"), command.GetPath("report.html"));
        var slower = DefaultCadence.Company.Relaunch with { Delays = [9, 21, 42, 90] };
        await File.WriteAllTextAsync(cadence, CadenceDocument.Format(new Cadence(2, DefaultCadence.Company with { Relaunch = slower }, DefaultCadence.Person)), TestContext.Current.CancellationToken);

        Assert.Contains("99 % interval", (await command.RunWithoutData([.. Small, "--against", cadence])).Output, StringComparison.Ordinal);
        Assert.StartsWith("metric,unit,p10,p50,p90,against-p10", (await command.RunWithoutData([.. Small, "--against", cadence, "--csv"])).Output, StringComparison.Ordinal);
        var (code, output, _) = await command.RunWithoutData([.. Small, "--against", cadence, "--html", page]);

        Assert.Equal((0, ""), (code, output));
        var html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        Assert.All(new[] { "<!DOCTYPE html>", "<svg", "Faut-il y croire", "Worth believing?" }, part => Assert.Contains(part, html, StringComparison.Ordinal));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--projects: 0", "--projects", "0")]
    [InlineData("--months: 200", "--months", "200")]
    [InlineData("--json and --csv", "--json", "--csv")]
    [InlineData("--cadence: 'none.json' cannot be read", "--cadence", "none.json")]
    [InlineData("--people: 'none.json' cannot be read", "--people", "none.json")]
    [InlineData("--html: '/none/report.html' cannot be written", "--html", "/none/report.html")]
    [InlineData("--colour", "--colour")]
    [InlineData("--seed", "--seed", "much")]
    public async Task A_bad_argument_exits_with_2_and_is_named(string named, params string[] arguments)
    {
        var (code, output, errors) = await command.RunWithoutData(["simulate", .. arguments]);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(named, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_file_is_named_with_the_path_of_its_fault()
    {
        var file = command.GetPath("people.json");
        await File.WriteAllTextAsync(file, "{}", TestContext.Current.CancellationToken);

        var (code, _, errors) = await command.RunWithoutData("simulate", "--people", file);

        Assert.Equal(2, code);
        Assert.Contains("--people", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fit_of_a_small_store_prints_parameters_that_simulate_takes_and_warns()
    {
        await command.Import(System.Text.Encoding.UTF8.GetBytes("[]"));

        var (code, output, errors) = await command.Run("fit");
        var file = command.GetPath("fitted.json");
        await File.WriteAllTextAsync(file, output, TestContext.Current.CancellationToken);

        Assert.Equal(0, code);
        Assert.Contains("0 projects", errors, StringComparison.Ordinal);
        Assert.Equal(0, (await command.RunWithoutData([.. Small, "--people", file, "--json"])).Code);
    }
}
