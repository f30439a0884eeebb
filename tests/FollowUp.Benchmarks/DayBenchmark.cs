using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Storage.Shared;
using FollowUp.Storage.Sqlite;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Benchmarks;

/// <summary>
/// The day page of one coordinator with 2,000 open projects: a third waits for a first call, a third was called once, a third is in follow-up. It
/// is measured by HTTP on the same machine, connection included, beside an empty endpoint of the same host.
/// </summary>
static partial class DayBenchmark
{
    const int Projects = 2_000;
    internal const int Rounds = 100;
    const int WarmUp = 20;
    const string Camille = "camille@demo.example";

    public static async Task Measure()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("followup-day");
        try
        {
            using var store = SqliteStore.Open(Path.Combine(folder.FullName, "followup.db"));
            await store.Directory.PutStaff(new Staff(Camille, "Camille Aubertin", Role.Coordinator, [Language.French], 5_000));
            await using var app = await StartHost(store);
            await AddProjects(app.Services.GetRequiredService<ProjectCommands>(), TimeProvider.System.GetCurrentInstant());

            using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false })
            {
                BaseAddress = new Uri(app.Urls.First()),
            };
            await SignIn(browser, Camille);
            browser.DefaultRequestHeaders.Add("Accept-Encoding", "br");
            var (empty, _, _) = await MeasurePage(browser, "/empty");
            var (day, body, processor) = await MeasurePage(browser, "/desk");
            using var page = new MemoryStream();
            await new BrotliStream(new MemoryStream(body), CompressionMode.Decompress).CopyToAsync(page);
            Console.WriteLine($"day page, median      {day[Rounds / 2],10:N1} ms");
            Console.WriteLine($"day page, 95th        {day[Rounds * 95 / 100],10:N1} ms");
            Console.WriteLine($"day page, processor   {processor.TotalMilliseconds / Rounds,9:N1} ms");
            Console.WriteLine($"empty page, median    {empty[Rounds / 2],10:N1} ms");
            Console.WriteLine($"compressed            {body.Length / 1024.0,10:N1} KB");
            Console.WriteLine($"not compressed        {page.Length / 1024.0,10:N1} KB");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    internal static async Task<WebApplication> StartHost(SqliteStore store)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddStore(store).AddSingleton<IProjectSignal, NoSignal>().AddSingleton<IMailSender, NoMail>().AddSingleton<IWebhookSender, NoWebhook>()
            .AddFollowUp(o => o.Demo = true);
        var app = builder.Build();
        app.UseFollowUp();
        app.MapFollowUp();
        app.MapGet("/empty", () => "");
        await app.StartAsync();
        return app;
    }

    static Task AddProjects(ProjectCommands commands, Instant now) => Parallel.ForAsync(0, Projects, async (i, cancellation) =>
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"P-{i}");
        var submitted = now - Duration.FromMinutes(i + 1);
        await commands.Submit(
            new Submit(id, $"C-{i}", ClientType.Company, Language.French, "site-web", MayCall: true, Evidence.Budget, null, submitted, null),
            new Dossier(id, $"C-{i}", $"Refonte du site {i}", "Un site plus clair, avec une boutique.", "site-web", $"Jeanne Martin {i}", $"Atelier {i}", $"jeanne{i}@martin.example", "+33199001234", null, null, null, "digest", "salt"),
            cancellation: cancellation);
        var call = (i % 3) switch { 1 => CallOutcome.NoAnswer, 2 => CallOutcome.Serious, _ => (CallOutcome?)null };
        if (call is { } outcome)
        {
            await commands.Record(id, new RecordCall(outcome, now), new Actor(Role.Coordinator, Camille), cancellation: cancellation);
        }
    });

    internal static async Task SignIn(HttpClient browser, string staff)
    {
        var token = Token().Match(await browser.GetStringAsync("/desk/sign-in")).Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["staff"] = staff, ["__RequestVerificationToken"] = token });
        using var signedIn = await browser.PostAsync("/desk/sign-in/demo", form);
        if (signedIn.StatusCode != HttpStatusCode.SeeOther)
        {
            throw new InvalidOperationException($"Signing in answered {signedIn.StatusCode}.");
        }
    }

    /// <returns>
    /// The times of the rounds in milliseconds, sorted, the body of the last answer, and the processor time of all rounds, the client's included: it
    /// depends less on what else the machine does.
    /// </returns>
    internal static async Task<(double[] Times, byte[] Body, TimeSpan Processor)> MeasurePage(HttpClient browser, string path)
    {
        var times = new List<double>();
        byte[] body = [];
        var before = TimeSpan.Zero;
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            if (round == WarmUp)
            {
                before = Environment.CpuUsage.TotalTime;
            }

            var watch = Stopwatch.StartNew();
            using var answer = await browser.GetAsync(path);
            body = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
            if (round >= WarmUp)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        times.Sort();
        return ([.. times], body, Environment.CpuUsage.TotalTime - before);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    sealed class NoSignal : IProjectSignal
    {
        public ValueTask Raise(string projectId, int generation, CancellationToken cancellation) => ValueTask.CompletedTask;
    }

    sealed class NoMail : IMailSender
    {
        public Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation) => Task.CompletedTask;
    }

    sealed class NoWebhook : IWebhookSender
    {
        public bool IsConfigured => false;

        public Task Send(string messageId, string json, Instant at, CancellationToken cancellation) => Task.CompletedTask;
    }
}
