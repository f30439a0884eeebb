using System.Collections.Immutable;

namespace FollowUp.Simulation.Randomness;

/// <summary>
/// The random numbers of one project or coordinator: a hash of seed, run, subject, purpose and counter. There is no state, so the same client meets the
/// same chances under another cadence, in any order and on any number of threads. Only operations that IEEE 754 defines exactly are used, so every
/// machine draws the same.
/// </summary>
/// <param name="seed">The seed of the simulation.</param>
/// <param name="run">The number of the run.</param>
/// <param name="subject">The number of the project, or of the coordinator.</param>
readonly struct Draws(long seed, int run, int subject)
{
    readonly ulong key = Mix(Mix((ulong)seed + 0x9E3779B97F4A7C15UL) ^ (((ulong)(uint)run << 32) | (uint)subject));

    /// <summary>A number from 0 to below 1.</summary>
    public double Next(Purpose purpose, int counter = 0) =>
        (Mix(key + (((ulong)(uint)purpose << 32) | (uint)counter) * 0x9E3779B97F4A7C15UL) >> 11) * (1.0 / (1UL << 53));

    /// <summary>Whether something with this probability happens.</summary>
    public bool Happens(double probability, Purpose purpose, int counter = 0) => Next(purpose, counter) < probability;

    /// <summary>A value of the distribution with these quantiles (0, 10 … 100 %), linear between them.</summary>
    public double NextOf(ImmutableArray<double> quantiles, Purpose purpose, int counter = 0)
    {
        var place = Next(purpose, counter) * (quantiles.Length - 1);
        var below = (int)place;
        return quantiles[below] + ((quantiles[below + 1] - quantiles[below]) * (place - below));
    }

    /// <summary>The finalizer of SplitMix64 (Steele, Lea and Flood 2014).</summary>
    static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
