using FollowUp.Domain.Cadences;
using FollowUp.Simulation.Parameters;

namespace FollowUp.Simulation.Tests;

/// <summary>The simulations that tests start from.</summary>
static class Requests
{
    public static SimulationRequest Small => new(400, 6, Seed: 7, DefaultCadence.Initial, DefaultPeople.Parameters) { Runs = 2 };

    /// <summary>Two coordinators over a year and a half, often enough for bands.</summary>
    public static SimulationRequest Department => new(3000, 18, Seed: 11, DefaultCadence.Initial, DefaultPeople.Parameters) { Runs = 5 };

    public static Cadence WithRelaunches(this Cadence cadence, Func<RelaunchCadence, RelaunchCadence> change) => cadence with
    {
        Version = cadence.Version + 1,
        Company = cadence.Company with { Relaunch = change(cadence.Company.Relaunch) },
        Person = cadence.Person with { Relaunch = change(cadence.Person.Relaunch) },
    };
}
