using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Reflection;

namespace FollowUp.EndToEnd.Tests;

/// <summary>The real host in a process of its own, on a free port and in a new store, spoken to by HTTP and its command line.</summary>
public sealed partial class Host : IAsyncDisposable
{
    static readonly string Program =
        typeof(Host).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "Host").Value!;

    /// <summary>Years pass in one request, and the machine may be busy with other work.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    readonly Place place = new();
    readonly string[] demo;
    readonly Dictionary<string, HttpClient> staff = [];
    readonly ConcurrentQueue<string> said = new();
    Process? process;

    Host(params string[] demo)
    {
        this.demo = demo;
        Anybody = Client();
        Website = Client();
    }

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>What it said on standard error so far.</summary>
    public IReadOnlyCollection<string> Said => said;

    bool Everywhere { get; init; }

    /// <summary>Without any key: what a client's browser is.</summary>
    public HttpClient Anybody { get; }

    public HttpClient Website { get; }

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
    public static async Task<Host> Start()
    {
        var host = new Host("--demo", "--empty");
        await host.Serve();
        host.Website.DefaultRequestHeaders.Add("x-functions-key", await host.Run("key"));
        await host.JumpTo(Days.FirstMondayOfMarch(await host.Now()).At(9, 0));
        return host;
    }

    /// <summary>The demo as it comes.</summary>
    /// <param name="at">When it is started for the first time; RFC 3339.</param>
    public static async Task<Host> Sample(string? at = null)
    {
        var host = new Host("--demo");
        host.Settings["Clock__StartAt"] = at ?? host.Settings["Clock__StartAt"];
        await host.Serve();
        return host;
    }

    /// <summary>A store with nothing but a key in it, and nobody serving.</summary>
    public static async Task<Host> Unserved()
    {
        var host = new Host();
        await host.Run("key");
        return host;
    }

    /// <summary>No demo, and where other machines could come.</summary>
    public static async Task<Host> OpenToOthers()
    {
        var host = new Host { Everywhere = true };
        await host.Run("key");
        await host.Serve();
        return host;
    }

    /// <summary>Serves, from a store that may have been served from before.</summary>
    public async Task Serve()
    {
        process = Launch(["serve", .. demo, "--urls", Everywhere ? $"http://0.0.0.0:{Address.Port}" : Address.ToString()]);
        var watch = Stopwatch.StartNew();
        while (!await Answers())
        {
            Assert.False(process.HasExited, $"The host ended before it served: {string.Join('\n', said)}");
            Assert.True(watch.Elapsed < Patience, "The host does not serve.");
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
    public async Task<string> Run(params string[] arguments)
    {
        var (code, output, errors) = await Try(arguments);
        Assert.True(code == 0, errors);
        return output.Trim();
    }

    public async Task<(int Code, string Output, string Errors)> Try(params string[] arguments)
    {
        using var command = Process.Start(Line(arguments))!;
        var errors = command.StandardError.ReadToEndAsync(Cancellation);
        var output = await command.StandardOutput.ReadToEndAsync(Cancellation);
        await command.WaitForExitAsync(Cancellation);
        return (command.ExitCode, output, await errors);
    }

    /// <summary>A member of staff at the staff API.</summary>
    public async Task<HttpClient> Staff(string id)
    {
        if (!staff.TryGetValue(id, out var client))
        {
            client = Client();
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Run("token", "--staff", id));
            staff[id] = client;
        }

        return client;
    }

    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = Address,
        Timeout = Patience,
    };

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            Kill();
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', said));
        foreach (var client in staff.Values.Append(Anybody).Append(Website))
        {
            client.Dispose();
        }

        await Task.Run(place.Dispose);
    }

    async Task<bool> Answers()
    {
        try
        {
            using var answer = await Anybody.GetAsync("/health", Cancellation);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    Process Launch(params string[] arguments)
    {
        var launched = Process.Start(Line(arguments))!;
        launched.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        launched.BeginErrorReadLine();
        return launched;
    }

    ProcessStartInfo Line(string[] arguments)
    {
        var line = new ProcessStartInfo("dotnet", [Program, .. arguments, .. place.Options])
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
