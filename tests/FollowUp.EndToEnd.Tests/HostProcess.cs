using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using FollowUp.EndToEnd.Tests.Stores;
using FollowUp.TestKit;
using FollowUp.TestKit.Hosts;

namespace FollowUp.EndToEnd.Tests;

/// <summary>The real host in a process of its own, on a free port and in a new store, used by HTTP and its command line.</summary>
public sealed partial class HostProcess : IAsyncDisposable
{
    /// <summary>Years pass in one request, and the machine may be busy with other work.</summary>
    static readonly TimeSpan RequestTimeout = TimeSpan.FromMinutes(5);

    readonly string[] serveOptions;
    readonly Dictionary<string, HttpClient> staff = [];
    ServingProcess? process;
    int projectIds;

    HostProcess(StoreLocation store, params string[] serveOptions)
    {
        Store = store;
        this.serveOptions = serveOptions;
        AnonymousClient = CreateClient();
        WebsiteClient = CreateClient();
    }

    /// <summary>The same over every restart, since mails hold links to it.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Find()}");

    public StoreLocation Store { get; }

    /// <summary>What the serving process wrote to standard error so far, since its last start.</summary>
    public IReadOnlyCollection<string> ErrorLines => process?.ErrorLines ?? [];

    /// <summary>A client's browser: it has no key.</summary>
    public HttpClient AnonymousClient { get; }

    public HttpClient WebsiteClient { get; }

    /// <summary>The environment of each process. The host's clock starts on a Monday morning, whatever the machine's time is.</summary>
    public Dictionary<string, string> Settings { get; } = new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Test",
        ["Clock__StartAt"] = "2026-11-23T08:00:00+01:00",
    };

    bool ListensOnAllAddresses { get; init; }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts a demo without projects on the first Monday of a March to come: the two weeks after it have no holiday.</summary>
    /// <param name="store">The default store when null.</param>
    public static async Task<HostProcess> StartEmptyDemo(StoreLocation? store = null)
    {
        var host = new HostProcess(store ?? StoreLocation.CreateDefault(), "--demo", "--empty");
        await host.Serve();
        host.WebsiteClient.DefaultRequestHeaders.Add("x-functions-key", await host.RunCommand("key"));
        await host.JumpTo(TestCalendar.FirstMondayOfMarch(await host.Now()).At(9, 0));
        return host;
    }

    /// <summary>A demo without projects. No host serves it.</summary>
    public static HostProcess CreateEmptyDemo() => new(StoreLocation.CreateDefault(), "--demo", "--empty");

    /// <summary>Starts the demo with its sample projects.</summary>
    /// <param name="at">The time of its first start, as in RFC 3339.</param>
    public static async Task<HostProcess> StartSampleDemo(string? at = null)
    {
        var host = new HostProcess(StoreLocation.CreateDefault(), "--demo");
        host.Settings["Clock__StartAt"] = at ?? host.Settings["Clock__StartAt"];
        await host.Serve();
        return host;
    }

    /// <summary>Starts the demo with its sample projects and a clock that runs an hour a second.</summary>
    public static async Task<HostProcess> StartPlayingDemo()
    {
        var host = new HostProcess(StoreLocation.CreateDefault(), "--demo", "--play", "3600");
        await host.Serve();
        return host;
    }

    /// <summary>A store that nothing was written to. No host serves it.</summary>
    public static HostProcess CreateNew(StoreLocation store) => new(store);

    /// <summary>Creates a store that holds the website's key and nothing else. No host serves it; the website's client has the key.</summary>
    /// <param name="store">The default store when null.</param>
    public static async Task<HostProcess> CreateStopped(StoreLocation? store = null)
    {
        var host = new HostProcess(store ?? StoreLocation.CreateDefault());
        host.WebsiteClient.DefaultRequestHeaders.Add("x-functions-key", await host.RunCommand("key"));
        return host;
    }

    /// <summary>Serves a data folder that exists. The folder is not deleted with the host.</summary>
    /// <param name="at">The time of its start, as in RFC 3339.</param>
    public static async Task<HostProcess> ServeFolder(string folder, string at)
    {
        var host = new HostProcess(new ExistingFolder(folder));
        host.Settings["Clock__StartAt"] = at;
        await host.Serve();
        return host;
    }

    /// <summary>Starts a host without demo that other machines could reach.</summary>
    public static async Task<HostProcess> StartOnAllAddresses()
    {
        var host = new HostProcess(StoreLocation.CreateDefault()) { ListensOnAllAddresses = true };
        await host.RunCommand("key");
        await host.Serve();
        return host;
    }

    /// <summary>Returns an id that no other test of this host uses: <c>P-1</c>, <c>P-2</c> and so on.</summary>
    public string NewProjectId() => $"P-{++projectIds}";

    /// <summary>Starts to serve the store, which may have been served before, and waits until requests are answered.</summary>
    /// <param name="options">Options of <c>serve</c> in addition to those of this host.</param>
    public async Task Serve(params string[] options)
    {
        var urls = ListensOnAllAddresses ? $"http://0.0.0.0:{Address.Port}" : Address.ToString();
        process = ServingProcess.Start(CreateStartInfo(["serve", .. serveOptions, .. options, "--urls", urls]));
        await process.WaitUntilServing(Cancellation);
    }

    /// <summary>Waits for the set-up address that the serving process prints while there is no manager.</summary>
    public async Task<string> WaitForSetupAddress()
    {
        string? Find() => ErrorLines.Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith($"{Address}setup/", StringComparison.Ordinal));
        await Eventually.IsTrue(() => Find() is not null, () => "The host prints no set-up address.");
        return Find()!;
    }

    /// <summary>Ends the serving process by SIGKILL.</summary>
    public void Kill()
    {
        process!.Dispose();
        process = null;
    }

    /// <summary>Runs a command of the host's command line, which must succeed.</summary>
    /// <returns>Its standard output without white space around it.</returns>
    public async Task<string> RunCommand(params string[] arguments)
    {
        var (code, output, errors) = await TryCommand(arguments);
        Assert.True(code == 0, errors);
        return output.Trim();
    }

    /// <summary>Starts a command and kills it (SIGKILL) after a while, wherever it is then.</summary>
    public async Task KillCommand(TimeSpan after, params string[] arguments)
    {
        using var command = ServingProcess.Start(CreateStartInfo(arguments));
        await Task.Delay(after, TimeProvider.System, Cancellation);
    }

    public Task<(int Code, string Output, string Errors)> TryCommand(params string[] arguments) => Run(CreateStartInfo(arguments));

    /// <summary>Runs a command on another data folder.</summary>
    public Task<(int Code, string Output, string Errors)> TryCommandElsewhere(string folder, params string[] arguments) =>
        Run(LocalHostProgram.CreateStartInfo([.. arguments, "--data", folder], Settings));

    static async Task<(int Code, string Output, string Errors)> Run(ProcessStartInfo start)
    {
        using var command = Process.Start(start)!;
        var errors = command.StandardError.ReadToEndAsync(Cancellation);
        var output = await command.StandardOutput.ReadToEndAsync(Cancellation);
        await command.WaitForExitAsync(Cancellation);
        return (command.ExitCode, output, await errors);
    }

    /// <summary>Returns a client that holds a token of this member of staff; the same client each time.</summary>
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

    /// <summary>Creates a browser with cookies of its own that follows no redirect.</summary>
    public HttpClient CreateClient() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = Address,
        Timeout = RequestTimeout,
    };

    public async ValueTask DisposeAsync()
    {
        process?.Dispose();
        foreach (var client in staff.Values.Append(AnonymousClient).Append(WebsiteClient))
        {
            client.Dispose();
        }

        await Task.Run(Store.Dispose);
    }

    ProcessStartInfo CreateStartInfo(string[] arguments) => LocalHostProgram.CreateStartInfo([.. arguments, .. Store.CommandLineOptions], Settings);
}
