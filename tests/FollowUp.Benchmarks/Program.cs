using BenchmarkDotNet.Running;
using FollowUp.Benchmarks;

// dotnet run -c Release --project tests/FollowUp.Benchmarks -- decisions
// dotnet run -c Release --project tests/FollowUp.Benchmarks -- commits
switch (args)
{
    case ["decisions", ..]:
        BenchmarkRunner.Run<Decisions>();
        return 0;
    case ["commits", ..]:
        await Commits.Measure();
        return 0;
    default:
        await Console.Error.WriteLineAsync("Say what to measure: decisions or commits.");
        return 2;
}
