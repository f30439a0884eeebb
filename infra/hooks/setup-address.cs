// Prints the one-time address with which the first manager sets the department up. Does nothing once there is a manager.
//
//     dotnet run --file infra/hooks/setup-address.cs
//
// The token is made here, and the app gets its hash as a setting (Setup__TokenHash), which restarts it. So the token is in no log.

using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;

var timeout = TimeSpan.FromMinutes(10);
if (Read("FOLLOWUP_APP_ADDRESS") is not { } address || Read("FOLLOWUP_APP_NAME") is not { } name || Read("AZURE_RESOURCE_GROUP") is not { } group)
{
    return Fail("FOLLOWUP_APP_ADDRESS, FOLLOWUP_APP_NAME and AZURE_RESOURCE_GROUP name no app: run azd provision first.");
}

using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
switch (await WaitForStatus("/setup", status => status is HttpStatusCode.OK or HttpStatusCode.SeeOther or HttpStatusCode.Found or HttpStatusCode.Unauthorized))
{
    case null:
        return Fail($"{address} does not answer. Run this again once it does.");
    case HttpStatusCode.SeeOther:
        Console.WriteLine($"The department has its manager. Console: {new Uri(http.BaseAddress, "/desk")}");
        return 0;
    case HttpStatusCode.OK:
        break;
    default:
        // Sign-in by Entra ID stands in front of the pages, so the page cannot be asked. A token does no harm once there is a manager.
        Console.WriteLine("If the department has a manager already, the address below leads nowhere.");
        break;
}

var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
if (await SetSetting(hash) != 0)
{
    return Fail("az could not write the setting Setup__TokenHash.");
}

var page = $"/setup/{token}";
if (await WaitForStatus(page, status => status is HttpStatusCode.OK or HttpStatusCode.Found or HttpStatusCode.Unauthorized) is null)
{
    return Fail("The app did not take the setting Setup__TokenHash. Restart it, and run this again.");
}

Console.WriteLine("This installation has no manager yet. Set it up at this address, which works once:");
Console.WriteLine($"  {new Uri(http.BaseAddress, page)}");
return 0;

async Task<int> SetSetting(string value)
{
    string[] arguments =
    [
        "functionapp", "config", "appsettings", "set", "--only-show-errors", "--output", "none", "--name", name, "--resource-group", group,
        .. Read("AZURE_SUBSCRIPTION_ID") is { } subscription ? new[] { "--subscription", subscription } : [], "--settings", $"Setup__TokenHash={value}",
    ];

    // On Windows az is a script, which only the shell finds.
    using var az = OperatingSystem.IsWindows() ? Process.Start("cmd", ["/c", "az", .. arguments]) : Process.Start("az", arguments);
    await az!.WaitForExitAsync();
    return az.ExitCode;
}

// The app may be starting, or restarting with the setting.
async Task<HttpStatusCode?> WaitForStatus(string path, Func<HttpStatusCode, bool> isExpected)
{
    for (var started = Stopwatch.StartNew(); started.Elapsed < timeout; await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System))
    {
        try
        {
            using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
            if (isExpected(response.StatusCode))
            {
                return response.StatusCode;
            }
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
        }
    }

    return null;
}

static string? Read(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;

static int Fail(string reason)
{
    Console.Error.WriteLine(reason);
    return 1;
}
