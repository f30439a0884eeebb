using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using FollowUp.Benchmarks.Load;

namespace FollowUp.Benchmarks;

/// <summary>
/// A load on a host that runs, in Azure or on one machine: 32 callers post 300 projects, then add 300 notes one by one, then the same as lists of 100
/// commands. It writes into the host's store, so the host is one made for it. The keys come from the environment, which other accounts cannot read.
/// </summary>
sealed class HostBenchmark(HttpClient client, string websiteKey, string staffToken)
{
    /// <summary>The variable with the key of the website.</summary>
    const string KeyVariable = "FOLLOWUP_WEBSITE_KEY";

    /// <summary>The variable with the token of a coordinator or manager.</summary>
    const string TokenVariable = "FOLLOWUP_STAFF_TOKEN";

    const int Callers = 32;
    const int Requests = 300;
    const int ListLength = 100;

    readonly string run = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    /// <param name="url">The address of the host.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Measure(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)
            || Environment.GetEnvironmentVariable(KeyVariable) is not { Length: > 0 } key
            || Environment.GetEnvironmentVariable(TokenVariable) is not { Length: > 0 } token)
        {
            await Console.Error.WriteLineAsync($"Name the address of a host, the website's key in {KeyVariable} and a token of staff in {TokenVariable}.");
            return 2;
        }

        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = Callers };
        using var client = new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
        await new HostBenchmark(client, key, token).Run();
        return 0;
    }

    async Task Run()
    {
        // The first request of a kind compiles what it needs.
        await Post("api/projects", CreateProject("warm"), isStaff: false);
        await Post("api/projects/warm-" + run + "/commands", CreateNote("warm"), isStaff: true);
        await Report("a page without storage", Requests, 1, _ => Get("charter"));
        await Report("starts", Requests, 1, i => Post("api/projects", CreateProject(Number(i)), isStaff: false));
        await Report("commands", Requests, 1, i => Post($"api/projects/{Number(i)}-{run}/commands", CreateNote($"note {Number(i)}"), isStaff: true));
        await Report($"commands in lists of {ListLength}", Requests / ListLength, ListLength, PostList);
    }

    static async Task Report(string what, int requests, int commandsPerRequest, Func<int, Task> send)
    {
        var times = new double[requests];
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < requests; i = Interlocked.Increment(ref next))
            {
                var began = Stopwatch.GetTimestamp();
                await send(i);
                times[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }
        })));
        var rate = requests * commandsPerRequest / watch.Elapsed.TotalSeconds;
        var latencies = new Latencies(times);
        Console.WriteLine($"{what,-28} {rate,8:N0}/s   p50 {latencies.GetPercentile(0.5),7:N0} ms   p99 {latencies.GetPercentile(0.99),7:N0} ms");
    }

    async Task PostList(int list)
    {
        var items = Enumerable.Range(list * ListLength, ListLength)
            .Select(i => new { project = $"{Number(i)}-{run}", command = CreateNote($"list {Number(i)}") });
        using var answer = await Send("api/commands", items, isStaff: true);
        var results = await answer.Content.ReadFromJsonAsync<JsonElement>();
        if (results.EnumerateArray().Any(result => result.GetProperty("status").GetInt32() != 200))
        {
            throw new InvalidOperationException($"A command of list {list} was not recorded: {results}");
        }
    }

    async Task Get(string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
    }

    async Task Post(string path, object body, bool isStaff) => (await Send(path, body, isStaff)).Dispose();

    async Task<HttpResponseMessage> Send(string path, object body, bool isStaff)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add(isStaff ? "Authorization" : "x-functions-key", isStaff ? $"Bearer {staffToken}" : websiteKey);
        var answer = await client.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
        {
            var text = await answer.Content.ReadAsStringAsync();
            answer.Dispose();
            throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {text}");
        }

        return answer;
    }

    object CreateProject(string number) => new
    {
        id = $"{number}-{run}",
        title = "Refonte du site vitrine",
        category = "site-web",
        language = "fr",
        submittedAt = TimeProvider.System.GetUtcNow().AddSeconds(-1).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        client = new
        {
            id = $"C-{number}-{run}",
            type = "company",
            name = "Jeanne Martin",
            company = "Atelier Martin",
            email = $"jeanne-{number}@atelier-martin.example",
            phone = "+33199001234",
        },
    };

    static object CreateNote(string text) => new { type = "add-note", text };

    static string Number(int i) => i.ToString("D4", CultureInfo.InvariantCulture);
}
