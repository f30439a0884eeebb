using FollowUp.Domain.Cadences;
using FollowUp.Simulation.Department;
using FollowUp.Simulation.Parameters;
using NodaTime;

namespace FollowUp.Simulation;

/// <summary>What is to be simulated.</summary>
/// <param name="Projects">Projects posted in a run, from 1.</param>
/// <param name="Months">Months over which they are posted, and after which the figures are taken, from 1 to 120.</param>
/// <param name="Seed">Gives the people their chances. The same seed gives the same bytes.</param>
/// <param name="Cadence">The cadence of the department.</param>
/// <param name="People">What is assumed of people.</param>
public sealed record SimulationRequest(int Projects, int Months, long Seed, Cadence Cadence, PeopleParameters People)
{
    /// <summary>Runs with other people each.</summary>
    public int Runs { get; init; } = 1;

    /// <summary>The first day.</summary>
    public LocalDate From { get; init; } = new(2027, 1, 1);

    /// <summary>Threads; 0 for one a processor. It changes no figure.</summary>
    public int Threads { get; init; }

    /// <summary>Is told of every command; null for none. With several threads it is called from each of them.</summary>
    public Func<ICommandObserver>? Observer { get; init; }
}
