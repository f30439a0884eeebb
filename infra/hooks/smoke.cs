// Is the follow-up alive? Posts a test project, posts it again, follows it to its first next action, and erases its client:
//
//     dotnet run --file infra/hooks/smoke.cs [-- ADDRESS]
//
// ADDRESS is the environment's app (FOLLOWUP_APP_ADDRESS) unless given. The website's key comes from FOLLOWUP_WEBSITE_KEY, or is asked of
// the Azure CLI. Exits with 0 when all went well, with 1 and the reason when something did not.

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

var patience = TimeSpan.FromMinutes(2);
var time = TimeProvider.System;
var started = time.GetTimestamp();
try
{
    var address = args.FirstOrDefault() ?? Environment.GetEnvironmentVariable("FOLLOWUP_APP_ADDRESS");
    if (!Uri.TryCreate(address, UriKind.Absolute, out var home))
    {
        throw new SmokeException("No address: give one, or run this with an environment (azd env get-values).");
    }

    using var http = new HttpClient { BaseAddress = home, Timeout = TimeSpan.FromSeconds(30) };
    var key = await WebsiteKey();
    Expect(!key.Any(char.IsWhiteSpace), "the website's key has spaces in it: that is something else");
    http.DefaultRequestHeaders.Add("x-functions-key", key);

    await Until("the app answers under /health", async () => (await http.GetAsync("/health")).IsSuccessStatusCode ? home : null);

    var now = time.GetUtcNow();
    var id = "SMOKE-" + now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
    await Submit(http, id, now, HttpStatusCode.Created);
    await Submit(http, id, now, HttpStatusCode.OK);
    Say($"project {id} is taken once, however often it is posted");

    var next = await Until("the project has a next action", async () => (await Project(http, id))?["nextAction"]);
    Say($"next action: {next["kind"]}, due {next["dueAt"]}: {next["why"]}");

    using var erased = await http.DeleteAsync("/api/clients/" + id);
    Expect(erased.IsSuccessStatusCode, $"erasing the test client was answered with {(int)erased.StatusCode}");
    await Until("the test client is erased", async () => (await Project(http, id))?["outcome"]?["reason"]?.ToString() == "erased" ? home : null);
    Say("the test client is erased");
    return 0;
}
catch (Exception e) when (e is SmokeException or HttpRequestException or TaskCanceledException)
{
    Console.Error.WriteLine("FAILED: " + e.Message);
    return 1;
}

async Task Submit(HttpClient http, string id, DateTimeOffset at, HttpStatusCode expected)
{
    var project = new
    {
        id,
        title = "Contrôle de bon fonctionnement",
        category = "site-web",
        language = "fr",
        client = new
        {
            id, type = "company", name = "Contrôle automatique", company = "Contrôle automatique",
            email = "smoke@followup.example", phone = "+33 1 99 00 00 01",
        },
        submittedAt = at,
    };
    using var answer = await http.PostAsJsonAsync("/api/projects", project);
    Expect(answer.StatusCode == expected,
        $"POST /api/projects was answered with {(int)answer.StatusCode} instead of {(int)expected}: {await answer.Content.ReadAsStringAsync()}");
}

static async Task<JsonNode?> Project(HttpClient http, string id) => await http.GetFromJsonAsync<JsonNode>("/api/projects/" + id);

async Task<T> Until<T>(string what, Func<Task<T?>> look) where T : class
{
    while (true)
    {
        try
        {
            if (await look() is { } found)
            {
                return found;
            }
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && time.GetElapsedTime(started) < patience)
        {
            // A first start takes its time.
        }

        Expect(time.GetElapsedTime(started) < patience, $"waited {patience.TotalMinutes:0} minutes until {what}");
        await Task.Delay(TimeSpan.FromSeconds(1), time);
    }
}

static async Task<string> WebsiteKey()
{
    if (Environment.GetEnvironmentVariable("FOLLOWUP_WEBSITE_KEY") is { Length: > 0 } given)
    {
        return given;
    }

    var app = Environment.GetEnvironmentVariable("FOLLOWUP_APP_NAME");
    var group = Environment.GetEnvironmentVariable("AZURE_RESOURCE_GROUP");
    Expect(app is not null && group is not null, "no FOLLOWUP_WEBSITE_KEY, and no environment to ask for it");
    var ask = new ProcessStartInfo("az", ["functionapp", "keys", "list", "--name", app!, "--resource-group", group!, "--query", "functionKeys.website", "--output", "tsv"])
    {
        RedirectStandardOutput = true,
    };
    using var az = Process.Start(ask) ?? throw new SmokeException("the Azure CLI does not start");
    var key = (await az.StandardOutput.ReadToEndAsync()).Trim();
    await az.WaitForExitAsync();
    Expect(az.ExitCode == 0 && key.Length > 0, "the Azure CLI gives no key of the app");
    return key;
}

void Say(string what) => Console.WriteLine(FormattableString.Invariant($"{time.GetElapsedTime(started).TotalSeconds,5:0.0} s  {what}"));

static void Expect(bool holds, string otherwise)
{
    if (!holds)
    {
        throw new SmokeException(otherwise);
    }
}

sealed class SmokeException(string why) : Exception(why);
