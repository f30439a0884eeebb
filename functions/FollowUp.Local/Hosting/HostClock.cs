using FollowUp.Application.Ports;
using FollowUp.Local.CommandLine;
using FollowUp.Local.Demo;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Local.Hosting;

/// <summary>
/// The clock of a process: the machine's, or in a test one that starts at the time of a setting, so that no test depends on the day, hour or zone
/// of its machine.
/// </summary>
static class HostClock
{
    const string StartAt = "Clock:StartAt";
    const string Environment = "ASPNETCORE_ENVIRONMENT";
    const string Test = "Test";

    /// <summary>Reads the settings from the environment. A clock that is set prints a warning to standard error.</summary>
    /// <exception cref="BadArgumentException">The clock is set outside a test, or not to a time.</exception>
    public static TimeProvider Read()
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        if (configuration[StartAt] is not { Length: > 0 } text)
        {
            return TimeProvider.System;
        }

        // Mails with a wrong date and relaunches on a wrong day cannot be undone, so one variable alone is not enough.
        if (!string.Equals(configuration[Environment], Test, StringComparison.OrdinalIgnoreCase))
        {
            throw new BadArgumentException($"Clock__StartAt: a clock that is set is for tests only, and needs {Environment}={Test} beside it.");
        }

        if (OffsetDateTimePattern.Rfc3339.Parse(text) is not { Success: true, Value: var start })
        {
            throw new BadArgumentException($"Clock__StartAt: '{text}' is not a time; expected one such as 2026-11-19T10:00:00+01:00.");
        }

        Console.Error.WriteLine($"WARNING: this process does not work by the machine's clock. Its time began at {text} (Clock__StartAt). For tests only.");
        return new ClockFrom(start.ToInstant());
    }

    /// <summary>The clock of an installation: the saved one of a demo, else that of <see cref="Read"/>.</summary>
    /// <exception cref="BadArgumentException">As <see cref="Read"/>.</exception>
    public static async Task<TimeProvider> ReadOf(IKeyValueStore settings) => await DemoClock.LoadSaved(settings) ?? Read();

    /// <summary>Starts at an instant and runs at the machine's pace. Timers and timestamps are the machine's.</summary>
    sealed class ClockFrom(Instant start) : TimeProvider
    {
        readonly long begun = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => start.ToDateTimeOffset() + System.GetElapsedTime(begun);
    }
}
