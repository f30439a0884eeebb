using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Reflection;

namespace FollowUp.EndToEnd.Tests;

/// <summary>The real host in a process of its own, on a free port and in a new store, spoken to by HTTP and its command line.</summary>
public sealed partial class HostProcess : IAsyncDisposable
{
    static readonly string ProgramPath =
        typeof(HostProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "Host").Value!;

    /// <summary>Years pass in one request, and the machine may be busy with other work.</summary>
    static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(5);

    readonly StoreLocation store = new();
    readonly string[] serveOptions;
    readonly Dictionary<string, HttpClient> staff = [];
    readonly ConcurrentQueue<string> errorLines = new();
    Process? process;

    HostProcess(params string[] demo)
    {
        this.serveOptions = demo;
        AnonymousClient = CreateClient();
        WebsiteClient = CreateClient();
    }

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>What it said on standard error so far.</summary>
    public IReadOnlyCollection<string> ErrorLines => errorLines;

    bool ListensOnAllAddresses { get; init; }

    /// <summary>Without any key: what a client's browser is.</summary>
    public HttpClient AnonymousClient { get; }

    public HttpClient WebsiteClient { get; }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The process's environment: its clock begins on a Monday morning, whatever day and hour it is on this machine.</summary>
    public Dictionary<string, string> Settings { get; } = new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Test",
        ["Clock__StartAt"] = "2026-11-23T08:00:00+01:00",

        // A host of these tests lives for seconds: learning how it is used, to be faster in minutes, would cost it more than that brings.
        ["DOTNET_TieredPGO"] = "0",
    };

    /// <summary>A demo without projects, on the first Monday of a March to come: weeks without a holiday lie ahead.</summary>
    public static async Task<HostProcess> StartEmptyDemo()
    {
        var host = new HostProcess("--demo", "--empty");
        await host.Serve();
        host.WebsiteClient.DefaultRequestHeaders.Add("x-functions-key", await host.RunCommand("key"));
        await host.JumpTo(TestCalendar.FirstMondayOfMarch(await host.Now()).At(9, 0));
        return host;
    }

    /// <summary>The demo as it comes.</summary>
    /// <param name="at">When it is started for the first time; RFC 3339.</param>
    public static async Task<HostProcess> StartSampleDemo(string? at = null)
    {
        var host = new HostProcess("--demo");
        host.Settings["Clock__StartAt"] = at ?? host.Settings["Clock__StartAt"];
        await host.Serve();
        return host;
    }

    /// <summary>A store with nothing but a key in it, and nobody serving.</summary>
    public static async Task<HostProcess> CreateStopped()
    {
        var host = new HostProcess();
        await host.RunCommand("key");
        return host;
    }

    /// <summary>No demo, and where other machines could come.</summary>
    public static async Task<HostProcess> StartOnAllAddresses()
    {
        var host = new HostProcess { ListensOnAllAddresses = true };
        await host.RunCommand("key");
        await host.Serve();
        return host;
    }

    /// <summary>Serves, from a store that may have been served from before.</summary>
    public async Task Serve()
    {
        process = Launch(["serve", .. serveOptions, "--urls", ListensOnAllAddresses ? $"http://0.0.0.0:{Address.Port}" : Address.ToString()]);
        var watch = Stopwatch.StartNew();
        while (!await IsHealthy())
        {
            Assert.False(process.HasExited, $"The host ended before it served: {string.Join('\n', errorLines)}");
            Assert.True(watch.Elapsed < MaxWait, "The host does not serve.");
            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System, Cancellation);
        }
    }

    /// <summary>kill -9: nothing is said goodbye to.</summary>
    public void Kill()
    {
        process!.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    /// <summary>A command of the host's command line; its standard output.</summary>
    public async Task<string> RunCommand(params string[] arguments)
    {
        var (code, output, errors) = await TryCommand(arguments);
        Assert.True(code == 0, errors);
        return output.Trim();
    }

    public async Task<(int Code, string Output, string Errors)> TryCommand(params string[] arguments)
    {
        using var command = Process.Start(CreateStartInfo(arguments))!;
        var errors = command.StandardError.ReadToEndAsync(Cancellation);
        var output = await command.StandardOutput.ReadToEndAsync(Cancellation);
        await command.WaitForExitAsync(Cancellation);
        return (command.ExitCode, output, await errors);
    }

    /// <summary>A member of staff at the staff API.</summary>
    public async Task<HttpClient> GetStaffClient(string id)
    {
        if (!staff.TryGetValue(id, out var client))
        {
            client = CreateClient();
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await RunCommand("token", "--staff", id));
            staff[id] = client;
        }

        return client;
    }

    public HttpClient CreateClient() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = Address,
        Timeout = MaxWait,
    };

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            Kill();
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', errorLines));
        foreach (var client in staff.Values.Append(AnonymousClient).Append(WebsiteClient))
        {
            client.Dispose();
        }

        await Task.Run(store.Dispose);
    }

    async Task<bool> IsHealthy()
    {
        try
        {
            using var answer = await AnonymousClient.GetAsync("/health", Cancellation);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    Process Launch(params string[] arguments)
    {
        var launched = Process.Start(CreateStartInfo(arguments))!;
        launched.ErrorDataReceived += (_, line) => errorLines.Enqueue(line.Data ?? "");
        launched.BeginErrorReadLine();
        return launched;
    }

    ProcessStartInfo CreateStartInfo(string[] arguments)
    {
        var line = new ProcessStartInfo("dotnet", [ProgramPath, .. arguments, .. store.CommandLineOptions])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Settings)
        {
            line.Environment[name] = value;
        }

        return line;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
