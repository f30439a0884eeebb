using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FollowUp.EndToEnd.Tests;

/// <summary>Chromium without a window, driven by its DevTools protocol (CDP). It runs the scripts of a page.</summary>
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

    /// <summary>Starts the browser. Skips the test on a machine without one.</summary>
    public static async Task<ChromiumBrowser> Start()
    {
        var program = Environment.GetEnvironmentVariable("CHROMIUM") ?? ProgramPaths.FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "There is no Chromium on this machine.");
        var chromium = new ChromiumBrowser(program!);
        await chromium.Connect();
        return chromium;
    }

    /// <summary>Opens a page, waits until it has loaded, and returns its title.</summary>
    public async Task<string> GoTo(string address)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Timeout);
        await Call("Page.navigate", new JsonObject { ["url"] = address }, limit.Token);
        await WaitForEvent(message => message["method"]?.GetValue<string>() == "Page.loadEventFired", limit.Token);
        var title = await Call("Runtime.evaluate", new JsonObject { ["expression"] = "document.title" }, limit.Token);
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

    /// <summary>Makes one call at a time. Events that come before its answer are kept for <see cref="WaitForEvent"/>.</summary>
    async Task<JsonNode> Call(string method, JsonObject parameters, CancellationToken cancellation)
    {
        var id = ++calls;
        pendingEvents.Clear();
        var call = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        await socket.SendAsync(Encoding.UTF8.GetBytes(call.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, cancellation);
        while (true)
        {
            var message = await Receive(cancellation);
            if (message["id"]?.GetValue<int>() == id)
            {
                return message;
            }

            pendingEvents.Enqueue(message);
        }
    }

    /// <summary>Waits for an event. It may have come before the answer of the last call.</summary>
    async Task WaitForEvent(Func<JsonNode, bool> wanted, CancellationToken cancellation)
    {
        while (!wanted(pendingEvents.TryDequeue(out var message) ? message : await Receive(cancellation)))
        {
        }
    }

    async Task<JsonNode> Receive(CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, cancellation);
            content.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(content.ToArray())!;
    }
}
