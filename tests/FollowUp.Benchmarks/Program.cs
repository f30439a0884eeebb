using BenchmarkDotNet.Running;
using FollowUp.Benchmarks;

// dotnet run -c Release --project tests/FollowUp.Benchmarks -- decisions
// dotnet run -c Release --project tests/FollowUp.Benchmarks -- commits
switch (args)
{
    case ["decisions", ..]:
        BenchmarkRunner.Run<DecisionBenchmarks>();
        return 0;
    case ["commits", ..]:
        await CommitBenchmark.Measure();
        return 0;
    default:
        await Console.Error.WriteLineAsync("Say what to measure: decisions or commits.");
        return 2;
}
