namespace FollowUp.EndToEnd.Tests;

/// <summary>
/// One demo without sample projects for all tests of a class, which xUnit runs one after the other. Each test has projects of its own
/// (<see cref="HostProcess.NewProjectId"/>) and begins on another Monday of March.
/// </summary>
public sealed class SharedDemo : IAsyncLifetime
{
    bool used;

    /// <summary>For tests that do not depend on the day.</summary>
    public HostProcess Host { get; private set; } = null!;

    /// <summary>When the first test began, by the demo's clock.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Host = await HostProcess.StartEmptyDemo();
        StartedAt = await Host.Now();
    }

    /// <summary>Begins a test on the first Monday of a March to come, at nine in Paris.</summary>
    public async Task<HostProcess> BeginTest()
    {
        if (used)
        {
            await Host.JumpTo(TestCalendar.FirstMondayOfMarch(await Host.Now()).At(9, 0));
        }

        used = true;
        return Host;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
