using BenchmarkDotNet.Running;
using FollowUp.Benchmarks;

// dotnet run -c Release --project tests/FollowUp.Benchmarks -- all [--runs 5] [--projects 100000] [--only decisions|commands|http|due|day|cadence|board|store|program] [--out docs]
// dotnet run -c Release --project tests/FollowUp.Benchmarks -- compare docs/benchmarks.json [the same options]
// dotnet run -c Release --project tests/FollowUp.Benchmarks -- decisions
// dotnet run -c Release --project tests/FollowUp.Benchmarks -- keys
// dotnet run -c Release --project tests/FollowUp.Benchmarks -- functions http://127.0.0.1:7071
switch (args)
{
    case ["all", .. var options]:
        return await AllBenchmarks.Run(options);
    case ["compare", var baseline, .. var options]:
        return await AllBenchmarks.Compare(baseline, options);
    case ["decisions", ..]:
        BenchmarkRunner.Run<DecisionBenchmarks>();
        return 0;
    case ["keys", ..]:
        RowKeyBenchmark.Measure();
        return 0;
    case ["functions", var url]:
        return await HostBenchmark.Measure(url);
    default:
        await Console.Error.WriteLineAsync("Usage: all | compare BASELINE | decisions | keys | functions URL");
        return 2;
}
