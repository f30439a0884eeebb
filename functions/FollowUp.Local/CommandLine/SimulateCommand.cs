using System.CommandLine;
using System.Globalization;
using System.Text;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Text;
using FollowUp.Local.Simulations;
using FollowUp.Simulation;
using FollowUp.Simulation.Parameters;
using FollowUp.Simulation.Reports;
using FollowUp.Web.Simulations;

namespace FollowUp.Local.CommandLine;

/// <summary><c>simulate</c>: what a cadence does to the department, with invented people and time. It needs no store.</summary>
static class SimulateCommand
{
    /// <summary>Without <c>--runs</c>, so many runs that about this many projects are simulated.</summary>
    const int ProjectsInAll = 100_000;

    public static System.CommandLine.Command Build()
    {
        var projects = new Option<int>("--projects") { Description = "Projects posted in a run.", HelpName = "N", DefaultValueFactory = _ => 3000 };
        var months = new Option<int>("--months") { Description = "Months over which they are posted; the figures are those at their end.", HelpName = "M", DefaultValueFactory = _ => 24 };
        var seed = new Option<long>("--seed") { Description = "The same seed gives the same bytes.", HelpName = "S", DefaultValueFactory = _ => 1 };
        var cadence = new Option<string?>("--cadence") { Description = "The cadence as JSON; the default cadence without it.", HelpName = "FILE" };
        var against = new Option<string?>("--against") { Description = "Another cadence, on the same people: prints the differences and whether they are worth believing.", HelpName = "FILE" };
        var people = new Option<string?>("--people") { Description = "What is assumed of people, as JSON, such as fit prints; the defaults without it.", HelpName = "FILE" };
        var runs = new Option<int?>("--runs") { Description = "Runs with other people each, for the bands.", HelpName = "R" };
        var json = new Option<bool>("--json") { Description = "Prints JSON." };
        var csv = new Option<bool>("--csv") { Description = "Prints CSV." };
        var html = new Option<string?>("--html") { Description = "Writes a page with charts.", HelpName = "FILE" };
        var command = new System.CommandLine.Command("simulate", "Simulates the department with invented people and time: what would this cadence do?")
        {
            projects, months, seed, cadence, against, people, runs, json, csv, html,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(json) && parsed.GetValue(csv)) throw new BadArgumentException("--json and --csv: name one of them.");
            var (count, runCount) = (InRange("--projects", parsed.GetValue(projects), 1, 10_000_000), parsed.GetValue(runs));
            var request = new SimulationRequest(
                count, InRange("--months", parsed.GetValue(months), 1, 120), parsed.GetValue(seed), ReadCadence("--cadence", parsed.GetValue(cadence)), ReadPeople(parsed.GetValue(people)))
            {
                Runs = runCount is { } named ? InRange("--runs", named, parsed.GetValue(against) is null ? 1 : 3, 1000)
                    : Math.Clamp(ProjectsInAll / count, parsed.GetValue(against) is null ? 1 : 5, 20),
            };
            var other = parsed.GetValue(against) is { } file ? request with { Cadence = ReadCadence("--against", file) } : null;
            using var page = parsed.GetValue(html) is { } path ? CreateFile(path) : null;
            var report = SimulationProgress.Show(progress => SimulationReport.Create(request, other, progress, cancellation));
            if (page is not null)
            {
                await page.WriteAsync(Encoding.UTF8.GetBytes(await SimulationHtml.Render(report)), cancellation);
            }

            // A page is asked for instead of the table; JSON and CSV go with it.
            if (parsed.GetValue(json)) Console.WriteLine(ReportJson.Format(report));
            else if (parsed.GetValue(csv)) SimulationCsv.Write(report, Console.Out);
            else if (page is null) SimulationText.Write(report, Console.Out);
            return 0;
        });
        return command;
    }

    static int InRange(string option, int value, int lowest, int highest) => value >= lowest && value <= highest
        ? value
        : throw new BadArgumentException(string.Create(CultureInfo.InvariantCulture, $"{option}: {value} is not within {lowest} and {highest}."));

    static Cadence ReadCadence(string option, string? file)
    {
        if (file is null) return DefaultCadence.Initial;
        var result = CadenceDocument.Parse(Encoding.UTF8.GetString(NamedFile.ReadBytes(option, file)).TrimStart('\uFEFF'));
        return result.Cadence ?? throw new BadArgumentException(Describe(option, file, result.Problems.Select(p => (p.Path, p.Rule))));
    }

    static PeopleParameters ReadPeople(string? file)
    {
        if (file is null) return DefaultPeople.Parameters;
        var result = PeopleDocument.Parse(Encoding.UTF8.GetString(NamedFile.ReadBytes("--people", file)).TrimStart('\uFEFF'));
        return result.Parameters ?? throw new BadArgumentException(Describe("--people", file, result.Problems.Select(p => (p.Path, p.Text))));
    }

    static string Describe(string option, string file, IEnumerable<(string Path, LocalizedText Text)> problems) =>
        $"{option}: '{file}' is not valid.{string.Concat(problems.Select(p => $"{Environment.NewLine}  {(p.Path.Length > 0 ? p.Path + ": " : "")}{p.Text.In(Language.English)}"))}";

    /// <summary>The file is made before the simulation, so that a wrong path is told at once.</summary>
    static FileStream CreateFile(string path)
    {
        try
        {
            return File.Create(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadArgumentException($"--html: '{path}' cannot be written: {e.Message}");
        }
    }
}
