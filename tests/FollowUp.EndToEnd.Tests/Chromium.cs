using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FollowUp.EndToEnd.Tests;

/// <summary>A real browser without a window, which runs whatever scripts a page has, spoken to by its own protocol (CDP).</summary>
public sealed class Chromium : IAsyncDisposable
{
    static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly string profile = Directory.CreateTempSubdirectory("followup-chromium-").FullName;
    readonly ClientWebSocket socket = new();
    readonly Process process;
    int calls;

    Chromium(string program) => process = Process.Start(new ProcessStartInfo(program,
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
    public static async Task<Chromium> Start()
    {
        var program = Environment.GetEnvironmentVariable("CHROMIUM") ?? Places.FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "There is no Chromium on this machine.");
        var chromium = new Chromium(program!);
        await chromium.Connect();
        return chromium;
    }

    /// <summary>Opens a page, lets its scripts run until it has loaded, and gives its title.</summary>
    public async Task<string> Open(string address)
    {
        await Call("Page.navigate", new JsonObject { ["url"] = address });
        string title;
        var watch = Stopwatch.StartNew();
        do
        {
            Assert.True(watch.Elapsed < Patience, $"{address} does not load.");
            var said = await Call("Runtime.evaluate", new JsonObject
            {
                ["expression"] = "location.href === 'about:blank' || document.readyState !== 'complete' ? '' : document.title",
            });
            title = said["result"]?["result"]?["value"]?.GetValue<string>() ?? "";
        }
        while (title.Length == 0);
        return title;
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
    }

    /// <summary>One call at a time; events in between are passed over.</summary>
    async Task<JsonNode> Call(string method, JsonObject parameters)
    {
        var id = ++calls;
        var call = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        await socket.SendAsync(Encoding.UTF8.GetBytes(call.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, Cancellation);
        while (true)
        {
            var answer = JsonNode.Parse(await Receive())!;
            if (answer["id"]?.GetValue<int>() == id)
            {
                return answer;
            }
        }
    }

    async Task<string> Receive()
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, Cancellation);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return Encoding.UTF8.GetString(message.ToArray());
    }
}
