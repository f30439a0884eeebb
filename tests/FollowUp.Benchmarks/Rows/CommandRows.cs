using FollowUp.Benchmarks.Floors;
using FollowUp.Benchmarks.Hosts;
using FollowUp.Benchmarks.Load;
using FollowUp.Benchmarks.Reports;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;

namespace FollowUp.Benchmarks.Rows;

/// <summary>Durable commands: 64 callers add notes to 256 projects, one acknowledged commit a command, beside a minimal group commit.</summary>
static class CommandRows
{
    const int Callers = 64;
    const int Projects = 256;
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    static readonly TimeSpan RunTime = TimeSpan.FromSeconds(5);

    public static async Task<IEnumerable<Figure>> Measure()
    {
        using var folder = new TemporaryFolder();
        var floor = await MinimalGroupCommit.Measure(folder.GetFile("floor.db"), Callers, RunTime);
        using var department = await Department.Create(folder.GetFile("followup.db"));
        await department.Fill(Projects);
        Task AddNote(int caller, int i) => department.Record(
            ((i * Callers) + caller) % Projects, new AddNote(new FreeText($"note {caller} {i}"), Visibility.Internal));
        await ClosedLoop.Run(Callers, WarmUp, AddNote);
        var rate = await ClosedLoop.Run(Callers, RunTime, AddNote);
        return [new Figure("durable commands, 64 callers", rate, "/s", floor, Goal.AtLeast(15_000, "/s", 0.6))];
    }
}
