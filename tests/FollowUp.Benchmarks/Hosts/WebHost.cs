using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using FollowUp.Application.Ports;
using FollowUp.Application.Settings;
using FollowUp.Storage.Shared;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime.Extensions;

namespace FollowUp.Benchmarks.Hosts;

/// <summary>The pages and the API on a loopback port of this process, with an empty endpoint beside them: <c>/empty</c>.</summary>
sealed partial class WebHost : IAsyncDisposable
{
    readonly WebApplication app;

    WebHost(WebApplication app) => this.app = app;

    public IServiceProvider Services => app.Services;

    Uri Address => new(app.Urls.First());

    public static async Task<WebHost> Start(IStore store)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddStore(store).AddSingleton<IProjectSignal, NoProjectSignal>().AddSingleton<IMailSender, NoMail>().AddSingleton<IWebhookSender, NoWebhook>()
            .AddFollowUp(o => o.Demo = true);
        var app = builder.Build();
        app.UseFollowUp();
        app.MapFollowUp();
        app.MapGet("/empty", () => "");
        app.MapPost("/empty", () => "");
        await app.StartAsync();
        return new WebHost(app);
    }

    public HttpClient CreateClient() => new(new SocketsHttpHandler { MaxConnectionsPerServer = 128 }) { BaseAddress = Address };

    /// <summary>A client with a token of a member of staff.</summary>
    public async Task<HttpClient> CreateStaffClient(IStore store, string staff)
    {
        var token = $"token of {staff}";
        await store.Tokens.Add(StaffTokens.Hash(token), staff, TimeProvider.System.GetCurrentInstant());
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A client with the website's key.</summary>
    public async Task<HttpClient> CreateWebsiteClient()
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Add("x-functions-key", await app.Services.GetRequiredService<AccessKeys>().GetOrCreate(AccessKeyKind.Website));
        return client;
    }

    /// <summary>A browser in which a member of staff has signed in, by the demo's buttons.</summary>
    public async Task<HttpClient> SignIn(string staff)
    {
        var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = Address };
        var token = AntiforgeryToken().Match(await browser.GetStringAsync("/desk/sign-in")).Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["staff"] = staff, ["__RequestVerificationToken"] = token });
        using var signedIn = await browser.PostAsync("/desk/sign-in/demo", form);
        return signedIn.StatusCode == HttpStatusCode.SeeOther ? browser : throw new InvalidOperationException($"Signing in answered {signedIn.StatusCode}.");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryToken();
}
