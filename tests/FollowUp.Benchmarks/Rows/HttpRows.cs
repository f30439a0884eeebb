using System.Globalization;
using System.Text;
using FollowUp.Benchmarks.Floors;
using FollowUp.Benchmarks.Hosts;
using FollowUp.Benchmarks.Load;
using FollowUp.Benchmarks.Reports;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime.Text;

namespace FollowUp.Benchmarks.Rows;

/// <summary>The API by HTTP with JSON, the callers in the same process: notes on young and on old projects, submissions, and outcomes at a fixed rate.</summary>
static class HttpRows
{
    const int Callers = 64;
    const int Projects = 256;
    const int OldEntries = 1_000;
    const int OutcomesPerSecond = 1_000;
    const int Outcomes = 10_000;
    static readonly TimeSpan RunTime = TimeSpan.FromSeconds(5);

    public static async Task<IEnumerable<Figure>> Measure()
    {
        using var folder = new TemporaryFolder();
        var sync = DiskSync.Measure(folder.Path);
        using var department = await Department.Create(folder.GetFile("followup.db"));
        await department.Fill(Projects);
        await Parallel.ForAsync(0, 16, async (project, _) =>
        {
            for (var i = 0; i < OldEntries; i++) await department.Record(project, Note(i));
        });
        await Parallel.ForAsync(Projects, Projects + Outcomes, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (project, _) => await department.Submit(project));

        await using var host = await WebHost.Start(department.Store);
        using var anonymous = host.CreateClient();
        using var staff = await host.CreateStaffClient(department.Store, Department.Camille.Id);
        using var website = await host.CreateWebsiteClient();
        Task AddNote(int project) => Post(staff, $"/api/projects/{Department.GetId(project)}/commands", """{"type":"add-note","text":"Rappeler jeudi."}""");

        var submittedAt = InstantPattern.General.Format(department.Now);
        await ClosedLoop.Run(Callers, TimeSpan.FromSeconds(1), (caller, i) => AddNote(16 + (((i * Callers) + caller) % (Projects - 16))));
        var empty = await ClosedLoop.Run(Callers, RunTime, (_, _) => Post(anonymous, "/empty", "{}"));
        var young = await ClosedLoop.Run(Callers, RunTime, (caller, i) => AddNote(16 + (((i * Callers) + caller) % (Projects - 16))));
        var old = await ClosedLoop.Run(16, RunTime, (caller, _) => AddNote(caller));
        var youngBy16 = await ClosedLoop.Run(16, RunTime, (caller, _) => AddNote(16 + caller));
        var submissions = await ClosedLoop.Run(Callers, RunTime, (caller, i) => Post(website, "/api/projects", FormatSubmission($"S-{caller}-{i}", submittedAt)));
        var outcomes = await OpenLoop.Run(OutcomesPerSecond, Outcomes, i => Post(
            staff, $"/api/projects/{Department.GetId(Projects + i)}/commands", """{"type":"record-call","outcome":"no-answer"}"""));
        return
        [
            new Figure("raw fdatasync", sync.Rate, "/s"),
            new Figure("raw fdatasync, 99th percentile", sync.GetPercentile(0.99), "ms"),
            new Figure("notes by HTTP, 64 callers", young, "/s", empty, Goal.AtLeast(6_000, "/s", 0.25)),
            new Figure($"notes by HTTP on projects of {OldEntries:N0} entries, 16 callers (floor: on young projects)", old, "/s", youngBy16),
            new Figure("submissions by HTTP, 64 callers", submissions, "/s", empty),
            new Figure("outcomes at 1,000/s, median", outcomes.GetPercentile(0.5), "ms"),
            new Figure("outcomes at 1,000/s, 99th percentile (floor: fdatasync)", outcomes.GetPercentile(0.99), "ms", sync.GetPercentile(0.99),
                new Goal("≤ the larger of 5 ms and 3 × the floor", (value, floor) => value <= Math.Max(5, 3 * floor!.Value))),
            new Figure("outcomes at 1,000/s, 99.9th percentile", outcomes.GetPercentile(0.999), "ms"),
        ];
    }

    static AddNote Note(int number) => new(new FreeText(string.Create(CultureInfo.InvariantCulture, $"note {number}")), Visibility.Internal);

    static async Task Post(HttpClient client, string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(path, content);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        await answer.Content.ReadAsByteArrayAsync();
    }

    static string FormatSubmission(string id, string submittedAt) =>
        $$$"""
        {"id":"{{{id}}}","title":"Refonte du site vitrine","description":"Une dizaine de pages.","category":"site-web","language":"fr","submittedAt":"{{{submittedAt}}}","client":{"id":"C-{{{id}}}","type":"company",
        "name":"Jeanne Martin","company":"Atelier Martin","email":"client-{{{id}}}@atelier.example","phone":"+33 1 99 00 12 34"}}
        """;
}
