namespace FollowUp.Domain.Tests.Given;

/// <summary>What a check counted: in its own output, and in the file that FOLLOWUP_FIGURES names, which <c>tests/run</c> prints at its end.</summary>
static class Measurements
{
    public static void Report(ITestOutputHelper output, params IEnumerable<string> lines)
    {
        var file = Environment.GetEnvironmentVariable("FOLLOWUP_FIGURES");
        foreach (var line in lines)
        {
            output.WriteLine(line);
            Console.WriteLine(line);
        }

        if (!string.IsNullOrEmpty(file)) File.AppendAllLines(file, lines);
    }
}
