using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace FollowUp.Benchmarks.Hosts;

/// <summary>The program <c>followup</c> in a process of its own, as it is built beside this one.</summary>
static class LocalProgram
{
    static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "followup.dll");

    /// <summary>Runs a command to its end.</summary>
    /// <param name="output">The file that gets what it prints; null to drop it.</param>
    /// <returns>How long it took, from the start of its process.</returns>
    public static async Task<TimeSpan> Run(string? output, params string[] arguments)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Start(arguments);
        await using (var file = output is null ? Stream.Null : File.Create(output))
        {
            await process.StandardOutput.BaseStream.CopyToAsync(file);
        }

        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(started)
            : throw new InvalidOperationException($"{string.Join(' ', arguments)}: {await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Serves a folder until it answers a request.</summary>
    /// <returns>How long that took from the start of the process, and its resident memory in MB after a few seconds of work.</returns>
    public static async Task<(TimeSpan Start, double Megabytes)> Serve(params string[] options)
    {
        var port = FindPort();
        var started = Stopwatch.GetTimestamp();
        using var process = Start(["serve", .. options, "--urls", $"http://127.0.0.1:{port}"]);
        try
        {
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            while (!await IsHealthy(client))
            {
                if (process.HasExited) throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
            }

            var start = Stopwatch.GetElapsedTime(started);
            await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System);
            process.Refresh();
            return (start, process.WorkingSet64 / 1e6);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        return Process.Start(start)!;
    }

    static async Task<bool> IsHealthy(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/health");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    static int FindPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
