using Spectre.Console;

namespace FollowUp.Local.Simulations;

/// <summary>Shows the progress of a simulation on standard error, on a terminal only.</summary>
static class SimulationProgress
{
    public static T Show<T>(Func<Action<double>?, T> simulate)
    {
        if (Console.IsErrorRedirected) return simulate(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).Start(context =>
        {
            var task = context.AddTask("Simulating", maxValue: 1);
            return simulate(share => task.Value = share);
        });
    }
}
