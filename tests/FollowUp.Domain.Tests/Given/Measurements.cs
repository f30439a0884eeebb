namespace FollowUp.Domain.Tests.Given;

/// <summary>
/// What a check counted: in its own output, and in the file <c>FOLLOWUP_FIGURES.PROCESS</c>, which <c>tests/run</c> prints at its end. Test
/// projects run beside each other, so each process has a file.
/// </summary>
static class Measurements
{
    static readonly Lock Gate = new();

    public static void Report(ITestOutputHelper output, params IEnumerable<string> lines)
    {
        var file = Environment.GetEnvironmentVariable("FOLLOWUP_FIGURES");
        foreach (var line in lines)
        {
            output.WriteLine(line);
            Console.WriteLine(line);
        }

        if (string.IsNullOrEmpty(file)) return;

        lock (Gate)
        {
            File.AppendAllLines($"{file}.{Environment.ProcessId}", lines);
        }
    }
}
