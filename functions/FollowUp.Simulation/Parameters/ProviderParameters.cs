using System.Collections.Immutable;

namespace FollowUp.Simulation.Parameters;

/// <summary>How providers come forward.</summary>
/// <param name="CountShares">The shares of projects for which 0, 1, 2 … providers come forward; they add up to 1.</param>
/// <param name="DaysToProposal">Days from the posting to a proposal: the quantiles 0, 10, 20 … 100 %.</param>
/// <param name="QuoteShare">Providers who send a quote after their proposal.</param>
public sealed record ProviderParameters(ImmutableArray<double> CountShares, ImmutableArray<double> DaysToProposal, double QuoteShare)
{
    /// <summary>How many providers come forward for a project.</summary>
    /// <param name="place">Where the project stands among all, from 0 to 1.</param>
    internal int GetCount(double place)
    {
        var count = 0;
        for (var sum = CountShares[0]; count < CountShares.Length - 1 && place >= sum; sum += CountShares[count]) count++;
        return count;
    }
}
