using System.Diagnostics;
using FollowUp.Benchmarks.Hosts;
using FollowUp.Benchmarks.Load;
using FollowUp.Benchmarks.Reports;
using Microsoft.Data.Sqlite;

namespace FollowUp.Benchmarks.Rows;

/// <summary>A file with many waiting projects: disk, memory, start, pages of a manager, export, import, rebuild and verify.</summary>
static class StoreRows
{
    const int FewProjects = 10_000;
    const int Requests = 20;

    /// <param name="projects">How many projects wait; a million for the figures of the goals.</param>
    public static async Task<IEnumerable<Figure>> Measure(int projects)
    {
        var figures = new List<Figure>();
        using var folder = new TemporaryFolder();
        var file = folder.GetFile("followup.db");
        using (var department = await Department.Create(file))
        {
            await department.Fill(FewProjects);
        }

        var (_, few) = await LocalProgram.Serve("--data", folder.Path);
        figures.Add(new Figure($"memory of the host, {FewProjects:N0} waiting", few, "MB", Goal: Goal.AtMost(150, "MB")));
        using (var department = Department.Open(file))
        {
            await department.Fill(projects - FewProjects, FewProjects);
            await using var host = await WebHost.Start(department.Store);
            using var manager = await host.SignIn(Department.Nadia.Id);
            figures.Add(await MeasurePage(manager, $"search by a word, {projects:N0} projects", "/desk/search?q=boutique", 100));
            figures.Add(await MeasurePage(manager, $"search by a name, {projects:N0} projects", "/desk/search?q=Martin+4321", 100));
        }

        figures.Add(new Figure("disk a waiting project, without its timeline", GetBytes(file) / projects, "B", Goal: Goal.AtMost(2048, "B")));
        var (start, many) = await LocalProgram.Serve("--data", folder.Path);
        figures.Add(new Figure($"memory of the host, {projects:N0} waiting", many, "MB", Goal: Goal.AtMost(150, "MB")));
        figures.Add(new Figure($"start to the first answer, {projects:N0} projects", start.TotalMilliseconds, "ms", Goal: Goal.AtMost(1_000, "ms")));

        var exported = folder.GetFile("export.json");
        figures.Add(Rate("export as JSON", projects, await LocalProgram.Run(exported, "export", "--data", folder.Path)));
        figures.Add(Rate("verify", projects, await LocalProgram.Run(null, "verify", "--data", folder.Path)));
        figures.Add(Rate("rebuild", projects, await LocalProgram.Run(null, "rebuild", "--data", folder.Path)));
        return figures;
    }

    static Figure Rate(string name, int projects, TimeSpan took) => new($"{name}, projects", projects / took.TotalSeconds, "/s");

    static async Task<Figure> MeasurePage(HttpClient browser, string name, string path, double goal)
    {
        var times = new List<double>();
        for (var i = 0; i < Requests + 3; i++)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await browser.GetAsync(path);
            await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
            if (i >= 3) times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return new Figure(name, new Latencies(times).GetPercentile(0.5), "ms", Goal: Goal.AtMost(goal, "ms"));
    }

    /// <summary>The size of the file without the rows of the timeline, compacted.</summary>
    static double GetBytes(string file)
    {
        var copy = $"{file}.copy";
        Execute(file, $"VACUUM INTO '{copy}'");
        Execute(copy, "DELETE FROM timeline");
        Execute(copy, "VACUUM");
        var bytes = new FileInfo(copy).Length;
        File.Delete(copy);
        return bytes;
    }

    static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
