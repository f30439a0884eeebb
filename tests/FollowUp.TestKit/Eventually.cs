using System.Diagnostics;

namespace FollowUp.TestKit;

/// <summary>Waits for a state of another process that sends no signal, by asking for it every 20 ms.</summary>
public static class Eventually
{
    /// <summary>Only a test that fails takes this long: the machine may be busy with other work.</summary>
    static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    /// <inheritdoc cref="IsTrue(Func{Task{bool}}, Func{string})"/>
    public static Task IsTrue(Func<bool> condition, Func<string> failure) => IsTrue(() => Task.FromResult(condition()), failure);

    /// <summary>Returns once the condition holds; fails the test when it does not within five minutes.</summary>
    /// <param name="failure">The message of a failure, asked for at its time.</param>
    public static async Task IsTrue(Func<Task<bool>> condition, Func<string> failure)
    {
        for (var watch = Stopwatch.StartNew(); !await condition();)
        {
            Assert.True(watch.Elapsed < Timeout, failure());
            await Task.Delay(PollInterval, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
