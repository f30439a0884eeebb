using BenchmarkDotNet.Running;
using FollowUp.Benchmarks;

// dotnet run -c Release --project tests/FollowUp.Benchmarks -- decisions
// dotnet run -c Release --project tests/FollowUp.Benchmarks -- commits
// dotnet run -c Release --project tests/FollowUp.Benchmarks -- keys
// dotnet run -c Release --project tests/FollowUp.Benchmarks -- day
// dotnet run -c Release --project tests/FollowUp.Benchmarks -- board
switch (args)
{
    case ["decisions", ..]:
        BenchmarkRunner.Run<DecisionBenchmarks>();
        return 0;
    case ["commits", ..]:
        await CommitBenchmark.Measure();
        return 0;
    case ["keys", ..]:
        RowKeyBenchmark.Measure();
        return 0;
    case ["day", ..]:
        await DayBenchmark.Measure();
        return 0;
    case ["board", ..]:
        await BoardBenchmark.Measure();
        return 0;
    default:
        await Console.Error.WriteLineAsync("Usage: decisions | commits | keys | day | board");
        return 2;
}
