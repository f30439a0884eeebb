using System.Diagnostics;

namespace FollowUp.Smtp.Tests.Given;

/// <summary>What comes by itself, and is looked for until it does.</summary>
static class Eventually
{
    /// <summary>Only a test that fails takes this long: the machine may be busy with other work.</summary>
    static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    public static Task IsTrue(Func<bool> so, Func<string> instead) => IsTrue(() => Task.FromResult(so()), instead);

    public static async Task IsTrue(Func<Task<bool>> so, Func<string> instead)
    {
        for (var watch = Stopwatch.StartNew(); !await so();)
        {
            Assert.True(watch.Elapsed < Timeout, instead());
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
