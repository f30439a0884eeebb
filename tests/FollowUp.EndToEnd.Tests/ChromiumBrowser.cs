using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FollowUp.EndToEnd.Tests;

/// <summary>A real browser without a window, which runs whatever scripts a page has, spoken to by its own protocol (CDP).</summary>
public sealed class ChromiumBrowser : IAsyncDisposable
{
    static readonly string[] ProgramPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    readonly string profile = Directory.CreateTempSubdirectory("followup-chromium-").FullName;
    readonly ClientWebSocket socket = new();
    readonly Process process;
    readonly Queue<JsonNode> pendingEvents = new();
    int calls;

    ChromiumBrowser(string program) => process = Process.Start(new ProcessStartInfo(program,
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-port=0",
        $"--user-data-dir={profile}", "about:blank",
    ])
    {
        RedirectStandardError = true,
        RedirectStandardOutput = true,
    })!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Skips the test where this machine has none.</summary>
    public static async Task<ChromiumBrowser> Start()
    {
        var program = Environment.GetEnvironmentVariable("CHROMIUM") ?? ProgramPaths.FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "There is no Chromium on this machine.");
        var chromium = new ChromiumBrowser(program!);
        await chromium.Connect();
        return chromium;
    }

    /// <summary>Opens a page, lets its scripts run until it has loaded, and gives its title.</summary>
    public async Task<string> GoTo(string address)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Timeout);
        await Call("Page.navigate", new JsonObject { ["url"] = address }, patience.Token);
        await WaitForEvent(said => said["method"]?.GetValue<string>() == "Page.loadEventFired", patience.Token);
        var title = await Call("Runtime.evaluate", new JsonObject { ["expression"] = "document.title" }, patience.Token);
        return title["result"]?["result"]?["value"]?.GetValue<string>() ?? "";
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
        Directory.Delete(profile, recursive: true);
    }

    async Task Connect()
    {
        var port = "";
        while (await process.StandardError.ReadLineAsync(Cancellation) is { } line)
        {
            if (line.StartsWith("DevTools listening on ws://", StringComparison.Ordinal))
            {
                port = new Uri(line["DevTools listening on ".Length..]).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
                break;
            }
        }

        Assert.True(port.Length > 0, "Chromium does not start.");
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        using var http = new HttpClient();
        var tabs = JsonSerializer.Deserialize<JsonElement>(await http.GetStringAsync(new Uri($"http://127.0.0.1:{port}/json/list"), Cancellation));
        var tab = tabs.EnumerateArray().First(t => t.GetProperty("type").GetString() == "page");
        await socket.ConnectAsync(new Uri(tab.GetProperty("webSocketDebuggerUrl").GetString()!), Cancellation);
        await Call("Page.enable", [], Cancellation);
    }

    /// <summary>One call at a time; what else is said before its answer is kept for <see cref="WaitForEvent"/>.</summary>
    async Task<JsonNode> Call(string method, JsonObject parameters, CancellationToken cancellation)
    {
        var id = ++calls;
        pendingEvents.Clear();
        var call = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        await socket.SendAsync(Encoding.UTF8.GetBytes(call.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, cancellation);
        while (true)
        {
            var said = await Receive(cancellation);
            if (said["id"]?.GetValue<int>() == id)
            {
                return said;
            }

            pendingEvents.Enqueue(said);
        }
    }

    /// <summary>Waits for an event, which may have come while the last call was answered.</summary>
    async Task WaitForEvent(Func<JsonNode, bool> wanted, CancellationToken cancellation)
    {
        while (!wanted(pendingEvents.TryDequeue(out var said) ? said : await Receive(cancellation)))
        {
        }
    }

    async Task<JsonNode> Receive(CancellationToken cancellation)
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, cancellation);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(message.ToArray())!;
    }
}
