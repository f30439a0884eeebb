namespace FollowUp.Simulation.Tests;

/// <summary>A team is freed before the next one begins.</summary>
/// <remarks>The memory is that of the process, so that no other test may run beside this one.</remarks>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public class MemoryTests
{
    [Fact]
    public void Memory_does_not_grow_with_the_number_of_projects()
    {
        var few = GetLiveBytes(1_000);
        var many = GetLiveBytes(12_000);

        Assert.True(many < few + 8_000_000, $"{few} bytes for 1,000 projects, {many} for 12,000");
    }

    /// <summary>The live bytes while the last team runs.</summary>
    static long GetLiveBytes(int projects)
    {
        var most = 0L;
        var request = Requests.Small with { Projects = projects, Months = 2, Runs = 1, Threads = 1 };
        Simulator.Run(request, share => most = share < 1 ? most : GC.GetTotalMemory(forceFullCollection: true));
        return most;
    }
}
