using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using FollowUp.Storage.Shared;
using FollowUp.Storage.Sqlite;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace FollowUp.Web.Tests.Api;

/// <summary>
/// The API on a free port over a real store in a temporary folder. It is Monday 23 November 2026, nine o'clock in Paris.
/// Camille and Yanis are coordinators, Nadia is the manager, Simon sells. PR-1 and PR-3 have a privilege subscription, PR-2 has none.
/// </summary>
public sealed class ApiHost : IAsyncLifetime
{
    public const string Key = "the-website-key";
    public const string Camille = "camille@demo.example", Yanis = "yanis@demo.example", Nadia = "nadia@demo.example", Simon = "simon@demo.example";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("followup-api-");
    WebApplication? app;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(1)));

    public SqliteStore Store { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    /// <summary>A client with the website's key.</summary>
    public ApiClient Website => new(Http, r => r.Headers.Add("x-functions-key", Key));

    public ApiClient Anonymous => new(Http, _ => { });

    /// <summary>A client with the token of a member of staff; the token is the mail address.</summary>
    public ApiClient As(string staff) => new(Http, r => r.Headers.Add("Authorization", "Bearer " + staff));

    public async ValueTask InitializeAsync()
    {
        Store = SqliteStore.Open(Path.Combine(folder.FullName, "followup.db"));
        await Store.Settings.GetOrSet("website-key", Key);
        await AddStaff(Camille, "Camille Roux", Role.Coordinator);
        await AddStaff(Yanis, "Yanis Benali", Role.Coordinator, capacity: 10);
        await AddStaff(Nadia, "Nadia Petit", Role.Manager);
        await AddStaff(Simon, "Simon Faure", Role.Sales);
        await Store.Directory.PutProvider(new("PR-1", "Studio Lumière", "bonjour@studio-lumiere.example", Language.French, new(2027, 6, 30)));
        await Store.Directory.PutProvider(new("PR-2", "Pixel & Fils", "contact@pixel.example", Language.French, null));
        await Store.Directory.PutProvider(new("PR-3", "Durand Web SARL", "durand@durand.example", Language.French, new(2026, 12, 31)));

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");

        // There are no senders, so nothing is delivered.
        builder.Host.UseDefaultServiceProvider(services => (services.ValidateScopes, services.ValidateOnBuild) = (true, false));
        builder.Services.AddSingleton<TimeProvider>(Time)
            .AddStore(Store)
            .AddSingleton<IProjectSignal, NoProjectSignal>()
            .AddFollowUp();
        app = builder.Build();
        app.UseFollowUp();
        app.MapGet("/api/fault", string () => throw new InvalidOperationException("jeanne@atelier-martin.example"));
        app.MapFollowUp();
        await app.StartAsync();
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app!.DisposeAsync();
        Store.Dispose();
        folder.Delete(recursive: true);
    }

    async Task AddStaff(string id, string name, Role role, int capacity = 40)
    {
        await Store.Directory.PutStaff(new Staff(id, name, role, [Language.French, Language.English], capacity));
        await Store.Tokens.Add(StaffTokens.Hash(id), id, SystemInstant);
    }

    static Instant SystemInstant => Instant.FromUtc(2026, 1, 1, 0, 0);

    /// <summary>Projects are not advanced here: the tests are about the API alone.</summary>
    sealed class NoProjectSignal : IProjectSignal
    {
        public ValueTask Raise(string projectId, int generation, CancellationToken cancellation = default) => default;
    }
}
