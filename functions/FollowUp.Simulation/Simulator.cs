using FollowUp.Simulation.Department;
using FollowUp.Simulation.Figures;
using FollowUp.Simulation.Parameters;

namespace FollowUp.Simulation;

/// <summary>
/// Runs the department of the product with invented people over invented time. Every decision is made by the real domain. The same request gives the same
/// figures on every machine and on any number of threads.
/// </summary>
public static class Simulator
{
    /// <summary>Simulates all runs.</summary>
    /// <param name="request">What to simulate.</param>
    /// <param name="progress">Is told the finished share, from 0 to 1; null for none.</param>
    /// <param name="cancellation">Ends the simulation.</param>
    /// <returns>The figures of each run.</returns>
    /// <exception cref="ArgumentException">The request is not valid.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static RunFigures[] Run(SimulationRequest request, Action<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Projects, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Runs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Months, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Months, 120);
        if (PeopleValidator.Validate(request.People) is [var problem, ..]) throw new ArgumentException($"{problem.Path}: {problem.Text.English}");

        var frame = new SimulationFrame(request);
        var sums = new RunFigures[request.Runs];
        for (var run = 0; run < sums.Length; run++) sums[run] = new RunFigures(frame.HoursUntilEnd);
        var (all, done) = (request.Runs * frame.Teams, 0);
        var options = new ParallelOptions
        {
            CancellationToken = cancellation,
            MaxDegreeOfParallelism = request.Threads > 0 ? request.Threads : Environment.ProcessorCount,
        };

        // A team is one piece of work: its memory is freed before the next one begins, so the number of projects does not show in the memory.
        Parallel.For(0, all, options, piece =>
        {
            var figures = new TeamSimulation(frame, piece / frame.Teams, piece % frame.Teams).Run(cancellation);
            lock (sums)
            {
                sums[piece / frame.Teams].Add(figures);
                progress?.Invoke(++done / (double)all);
            }
        });
        return sums;
    }
}
