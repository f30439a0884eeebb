using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

[assembly: AssemblyFixture(typeof(FollowUp.Emulators.Azurite))]

namespace FollowUp.Emulators;

/// <summary>One emulator of Azure Tables for all tests of an assembly, on a free port, its data in its memory.</summary>
public sealed class Azurite : IDisposable
{
    const int Accounts = 1000;

    // Good for an emulator that nobody else can reach.
    const string Key = "Zm9sbG93LXVw";

    // It ends when its standard input does: with the tests, however they end.
    const string UntilTheTestsEnd = "process.stdin.resume().on('end', () => process.exit()); require(process.argv[1]);";

    static readonly Lazy<Running> Started = new(Start);
    static int taken = -1;

    /// <summary>A connection string to an account in which nobody else has tables. Skips the test where the emulator cannot run.</summary>
    public static string Account()
    {
        try
        {
            var name = NameOf(Interlocked.Increment(ref taken) % Accounts);
            return $"DefaultEndpointsProtocol=http;AccountName={name};AccountKey={Key};TableEndpoint=http://127.0.0.1:{Started.Value.Port}/{name};";
        }
        catch (NotHereException reason)
        {
            Assert.Skip($"Azure Tables is not emulated here: {reason.Message}.");
            throw;
        }
    }

    public void Dispose()
    {
        if (!Started.IsValueCreated) return;
        var process = Started.Value.Process;
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    static Running Start()
    {
        var script = Npm.Azurite();
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var process = Node(
                "-e", UntilTheTestsEnd, script, "--silent", "--disableTelemetry", "--skipApiVersionCheck",
                "--inMemoryPersistence", "--tableHost", "127.0.0.1", "--tablePort", port.ToString(CultureInfo.InvariantCulture),
                "--tableKeepAliveTimeout", "600");
            if (Listens(process)) return new Running(process, port);

            // Somebody else took the port in between.
            if (attempt == 3) throw new InvalidOperationException($"Azurite does not start: {process.StandardError.ReadToEnd()}");
        }
    }

    static Process Node(params string[] arguments)
    {
        var start = new ProcessStartInfo("node", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(0, Accounts).Select(number => $"{NameOf(number)}:{Key}"));
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new NotHereException("node is not installed on this machine");
        }
    }

    static bool Listens(Process process)
    {
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (!line.Contains("successfully", StringComparison.OrdinalIgnoreCase)) continue;
            _ = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            return true;
        }

        return false;
    }

    static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"followup{number}");

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    readonly record struct Running(Process Process, int Port);
}
