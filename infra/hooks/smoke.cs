// Checks a running installation: posts a test project twice, waits for its first next action, and erases its client.
//
//     dotnet run --file infra/hooks/smoke.cs [-- ADDRESS]
//
// ADDRESS defaults to the app of the environment (FOLLOWUP_APP_ADDRESS). The website's key comes from FOLLOWUP_WEBSITE_KEY, else from the
// Azure CLI. Exits with 0 on success, with 1 and the reason on failure.

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

var timeLimit = TimeSpan.FromMinutes(2);
var time = TimeProvider.System;
var started = time.GetTimestamp();
try
{
    var address = args.FirstOrDefault() ?? Environment.GetEnvironmentVariable("FOLLOWUP_APP_ADDRESS");
    if (!Uri.TryCreate(address, UriKind.Absolute, out var appAddress))
    {
        throw new SmokeException("No address: pass one, or set FOLLOWUP_APP_ADDRESS (azd env get-values).");
    }

    using var http = new HttpClient { BaseAddress = appAddress, Timeout = TimeSpan.FromSeconds(30) };
    var key = await GetWebsiteKey();
    Expect(!key.Any(char.IsWhiteSpace), "the website's key contains spaces, so it is no key");
    http.DefaultRequestHeaders.Add("x-functions-key", key);

    await WaitUntil("the app answers under /health", async () => (await http.GetAsync("/health")).IsSuccessStatusCode ? appAddress : null);

    var now = time.GetUtcNow();
    var id = "SMOKE-" + now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
    await Submit(http, id, now, HttpStatusCode.Created);
    await Submit(http, id, now, HttpStatusCode.OK);
    Print($"project {id} was created once by two submissions");

    var next = await WaitUntil("the project has a next action", async () => (await GetProject(http, id))?["nextAction"]);
    Print($"next action: {next["kind"]}, due {next["dueAt"]}: {next["why"]}");

    using var erased = await http.DeleteAsync("/api/clients/" + id);
    Expect(erased.IsSuccessStatusCode, $"erasing the test client was answered with {(int)erased.StatusCode}");
    await WaitUntil("the test client is erased", async () => (await GetProject(http, id))?["outcome"]?["reason"]?.ToString() == "erased" ? appAddress : null);
    Print("the test client is erased");
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
            id,
            type = "company",
            name = "Contrôle automatique",
            company = "Contrôle automatique",
            email = "smoke@followup.example",
            phone = "+33 1 99 00 00 01",
        },
        submittedAt = at,
    };
    using var answer = await http.PostAsJsonAsync("/api/projects", project);
    Expect(answer.StatusCode == expected,
        $"POST /api/projects was answered with {(int)answer.StatusCode} instead of {(int)expected}: {await answer.Content.ReadAsStringAsync()}");
}

static async Task<JsonNode?> GetProject(HttpClient http, string id) => await http.GetFromJsonAsync<JsonNode>("/api/projects/" + id);

async Task<T> WaitUntil<T>(string condition, Func<Task<T?>> probe) where T : class
{
    while (true)
    {
        try
        {
            if (await probe() is { } found)
            {
                return found;
            }
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && time.GetElapsedTime(started) < timeLimit)
        {
            // The first start of an app may take a minute.
        }

        Expect(time.GetElapsedTime(started) < timeLimit, $"waited {timeLimit.TotalMinutes:0} minutes until {condition}");
        await Task.Delay(TimeSpan.FromSeconds(1), time);
    }
}

static async Task<string> GetWebsiteKey()
{
    if (Environment.GetEnvironmentVariable("FOLLOWUP_WEBSITE_KEY") is { Length: > 0 } given)
    {
        return given;
    }

    var app = Environment.GetEnvironmentVariable("FOLLOWUP_APP_NAME");
    var group = Environment.GetEnvironmentVariable("AZURE_RESOURCE_GROUP");
    Expect(app is not null && group is not null, "FOLLOWUP_WEBSITE_KEY is not set, and FOLLOWUP_APP_NAME and AZURE_RESOURCE_GROUP name no app to get it from");
    var command = new ProcessStartInfo("az", ["functionapp", "keys", "list", "--name", app!, "--resource-group", group!, "--query", "functionKeys.website", "--output", "tsv"])
    {
        RedirectStandardOutput = true,
    };
    using var az = Process.Start(command) ?? throw new SmokeException("the Azure CLI could not be started");
    var key = (await az.StandardOutput.ReadToEndAsync()).Trim();
    await az.WaitForExitAsync();
    Expect(az.ExitCode == 0 && key.Length > 0, "the Azure CLI returned no key of the app");
    return key;
}

void Print(string step) => Console.WriteLine(FormattableString.Invariant($"{time.GetElapsedTime(started).TotalSeconds,5:0.0} s  {step}"));

static void Expect(bool condition, string failure)
{
    if (!condition)
    {
        throw new SmokeException(failure);
    }
}

sealed class SmokeException(string message) : Exception(message);
