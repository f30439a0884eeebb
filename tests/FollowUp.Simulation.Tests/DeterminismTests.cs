using System.Security.Cryptography;
using System.Text;
using FollowUp.Simulation.Reports;

namespace FollowUp.Simulation.Tests;

/// <summary>The same seed gives the same bytes.</summary>
public class DeterminismTests
{
    /// <summary>The digest of the small run. A change of rules, people or figures changes it: look at the figures, then write the new one here.</summary>
    const string Digest = "48fdc93506aef2f241a273464834644f2cc7ae478b8c986a0d2c12fdeb28d51f";

    static string Simulate(int threads, long seed = 7) =>
        ReportJson.Format(SimulationReport.Create(Requests.Small with { Projects = 2400, Threads = threads, Seed = seed }));

    [Fact]
    public void Same_seed_gives_the_same_bytes_on_one_and_two_threads_and_again()
    {
        var one = Simulate(threads: 1);

        Assert.Equal(one, Simulate(threads: 2));
        Assert.Equal(one, Simulate(threads: 1));
    }

    [Fact]
    public void Another_seed_gives_other_figures() => Assert.NotEqual(Simulate(threads: 2), Simulate(threads: 2, seed: 8));

    [Fact]
    public void A_small_run_has_a_known_digest()
    {
        var json = ReportJson.Format(SimulationReport.Create(Requests.Small, cancellation: TestContext.Current.CancellationToken));

        Assert.True(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))) == Digest,
            $"The digest is {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))} for:\n{json}");
    }
}
