using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using FollowUp.TestKit.Hosts;

namespace FollowUp.TestKit.Emulators;

/// <summary>
/// One emulator of Azure Tables for all tests of a process, with its data in memory. It starts on first use and ends with the process.
/// </summary>
public static class Azurite
{
    const int Accounts = 1000;
    const int StartAttempts = 3;

    /// <summary>Any key will do: only this machine reaches the emulator.</summary>
    const string AccountKey = "Zm9sbG93LXVw";

    /// <summary>Node ends when its standard input does, which is when the tests end, even if they are killed.</summary>
    const string EndWithParent = "process.stdin.resume().on('end', () => process.exit()); require(process.argv[1]);";

    static readonly Lazy<Emulator> Started = new(Start);
    static int accountsTaken = -1;

    /// <summary>Returns a connection string to an account without tables that no other test uses. Skips the test where the emulator cannot run.</summary>
    public static string Account()
    {
        try
        {
            var account = GetAccountName(Interlocked.Increment(ref accountsTaken) % Accounts);
            return $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={AccountKey};TableEndpoint=http://127.0.0.1:{Started.Value.Port}/{account};";
        }
        catch (EmulatorUnavailableException reason)
        {
            Assert.Skip($"Azure Tables is not emulated here: {reason.Message}.");
            throw;
        }
    }

    static Emulator Start()
    {
        var script = AzuritePackage.GetTableServer();
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort.Find();
            var process = StartNode(
                "-e", EndWithParent, script, "--silent", "--disableTelemetry", "--skipApiVersionCheck",
                "--inMemoryPersistence", "--tableHost", "127.0.0.1", "--tablePort", port.ToString(CultureInfo.InvariantCulture),
                "--tableKeepAliveTimeout", "600");
            if (WaitUntilListening(process))
            {
                return new Emulator(process, port);
            }

            // Another program may have taken the port in between.
            if (attempt == StartAttempts)
            {
                throw new InvalidOperationException($"Azurite does not start: {process.StandardError.ReadToEnd()}");
            }
        }
    }

    static Process StartNode(params string[] arguments)
    {
        var start = new ProcessStartInfo("node", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(0, Accounts).Select(number => $"{GetAccountName(number)}:{AccountKey}"));
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new EmulatorUnavailableException("node is not installed on this machine");
        }
    }

    /// <returns>False when it ended instead.</returns>
    static bool WaitUntilListening(Process process)
    {
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.Contains("successfully", StringComparison.OrdinalIgnoreCase))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                _ = process.StandardError.ReadToEndAsync();
                return true;
            }
        }

        return false;
    }

    static string GetAccountName(int number) => string.Create(CultureInfo.InvariantCulture, $"followup{number}");

    /// <param name="Process">Held so that its standard input stays open.</param>
    sealed record Emulator(Process Process, int Port);
}
