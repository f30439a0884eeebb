using System.Net;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Storage.Shared;
using FollowUp.Storage.Sqlite;
using FollowUp.Web.Api;
using FollowUp.Web.InboundMail.MailEvents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FollowUp.Delivery.Tests;

public sealed class MailEventsTests : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("followup-mail-events-").FullName;
    readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    readonly HttpClient http = new();
    SqliteStore store = null!;
    WebApplication app = null!;

    public async ValueTask InitializeAsync()
    {
        store = SqliteStore.Open(Path.Combine(folder, "followup.db"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddStore(store);
        builder.Services.AddSingleton<IProjectSignal, NoProjectSignal>().AddSingleton<TimeProvider>(time);
        // Beside the API, as in the host: its JSON refuses what it does not know.
        builder.Services.AddFollowUpApi();
        builder.Services.Configure<MailEventsOptions>(o => o.Key = "open sesame");
        app = builder.Build();
        app.MapMailEvents();
        await app.StartAsync();
        http.BaseAddress = new Uri(app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_validation_handshake_returns_the_code()
    {
        var answer = await Post("""[{"id":"1","eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","data":{"validationCode":"512d38b6"}}]""", query: "?key=open%20sesame", header: null);
        Assert.Equal("""{"validationResponse":"512d38b6"}""", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_bounce_stops_mails_in_every_project_of_the_address_only()
    {
        await Submit("P-1", "jeanne@client.example");
        await Submit("P-2", "Jeanne@Client.example");
        await Submit("P-3", "not-jeanne@client.example");

        Assert.Equal(HttpStatusCode.OK, (await Post(Report("jeanne@client.example", "Bounced"))).StatusCode);

        Assert.False((await GetContactRights("P-1")).MayMail);
        Assert.False((await GetContactRights("P-2")).MayMail);
        Assert.True((await GetContactRights("P-3")).MayMail);
    }

    [Theory]
    [InlineData("Delivered")]
    [InlineData("Expanded")]
    [InlineData("Failed")]
    [InlineData("FilteredSpam")]
    public async Task A_temporary_report_changes_nothing(string status)
    {
        await Submit("P-1", "jeanne@client.example");
        await Post(Report("jeanne@client.example", status));
        Assert.True((await GetContactRights("P-1")).MayMail);
    }

    [Theory]
    [InlineData("550 5.1.1 user unknown", false)]
    [InlineData("The mailbox does not exist.", false)]
    [InlineData("554 5.7.1 Client host blocked", true)]
    [InlineData("552 5.2.2 mailbox full", true)]
    [InlineData("550 5.1.8 bad sender", true)]
    public async Task A_bounce_is_judged_by_what_the_other_server_said(string said, bool mayMail)
    {
        await Submit("P-1", "jeanne@client.example");
        await Post(Report("jeanne@client.example", "Bounced").Replace("…", said, StringComparison.Ordinal));
        Assert.Equal(mayMail, (await GetContactRights("P-1")).MayMail);
    }

    [Fact]
    public async Task The_same_report_again_changes_nothing()
    {
        await Submit("P-1", "jeanne@client.example");
        await Post(Report("jeanne@client.example", "Suppressed"));
        var version = (await store.Projects.Load("P-1", TestContext.Current.CancellationToken))!.Project.Version;
        await Post(Report("jeanne@client.example", "Suppressed"));
        Assert.Equal(version, (await store.Projects.Load("P-1", TestContext.Current.CancellationToken))!.Project.Version);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("?key=wrong", null)]
    [InlineData("", "wrong")]
    public async Task A_missing_or_wrong_key_is_unauthorized(string query, string? header) =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await Post("[]", query, header)).StatusCode);

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("\"text\"")]
    [InlineData("[1]")]
    public async Task A_body_that_is_no_array_of_events_is_refused(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(body)).StatusCode);

    [Theory]
    [InlineData("[null]", "application/json")]
    [InlineData("""[{"eventType":"Microsoft.Communication.EmailDeliveryReportReceived","data":{"status":"Bounced","recipient":"\ud800@client.example"} }]""", "application/json")]
    [InlineData("""[{"eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","data":{"validationCode":"\udfff"} }]""", "application/json")]
    [InlineData("""[{"eventType":"\ud800","data":{} }]""", "application/json")]
    [InlineData("""[{"eventType":"x","data":{"\ud800":1} }]""", "application/json")]
    [InlineData("""[{"eventType":"x"}]""", "application/json")]
    [InlineData("[]", "application/json; charset=nonsense")]
    [InlineData("[]", "application/json; charset=utf-7")]
    public async Task Malformed_events_get_no_server_error(string body, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, MailEventsEndpoint.Path + "?key=open%20sesame")
        {
            Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body)),
        };
        request.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);

        var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{(int)answer.StatusCode}");
    }

    /// <summary>A delivery as long as Event Grid makes one, by events of every kind.</summary>
    [Theory]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("""{"data":[[[[[[[[[[]]]]]]]]]]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"eventType":"Microsoft.Communication.EmailDeliveryReportReceived","data":{"status":"Bounced","recipient":"#@client.example","padding":"_______________________________________________________________________"}}""", HttpStatusCode.OK)]
    public async Task A_delivery_of_a_mebibyte_costs_little(string piece, HttpStatusCode expected)
    {
        await Post(Report("nobody@client.example", "Bounced"));
        var body = new System.Text.StringBuilder("[", 1 << 20);
        for (var i = 0; body.Length + piece.Length + 10 < 1 << 20; i++)
        {
            body.Append(i == 0 ? "" : ",").Append(piece.Replace("#", $"{i}", StringComparison.Ordinal));
        }

        var content = body.Append(']').ToString();

        // Processor time grows with what runs beside it: the least of three is what the delivery costs.
        var (cost, spent) = (long.MaxValue, TimeSpan.MaxValue);
        for (var i = 0; i < 3 && (i == 0 || cost > 200L << 20 || spent > TimeSpan.FromSeconds(2)); i++)
        {
            var (allocated, time) = (GC.GetTotalAllocatedBytes(), Environment.CpuUsage.UserTime);
            Assert.Equal(expected, (await Post(content)).StatusCode);
            cost = Math.Min(cost, GC.GetTotalAllocatedBytes() - allocated);
            spent = new[] { spent, Environment.CpuUsage.UserTime - time }.Min();
        }

        Assert.True(cost <= 200L << 20, $"{cost >> 20} MiB");
        Assert.True(spent <= TimeSpan.FromSeconds(2), $"{spent}");
    }

    [Fact]
    public async Task A_longer_delivery_of_unannounced_length_is_cut()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, MailEventsEndpoint.Path) { Content = new StringContent($"[\"{new string('x', 4 << 20)}\"]", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add(MailEventsEndpoint.KeyHeader, "open sesame");
        request.Headers.TransferEncodingChunked = true;
        request.Headers.ExpectContinue = true;

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    static string Report(string recipient, string status) =>
        $$"""[{"id":"1","topic":"t","subject":"s","eventType":"Microsoft.Communication.EmailDeliveryReportReceived","dataVersion":"1.0","data":{"sender":"suivi@department.example","recipient":"{{recipient}}","messageId":"m","status":"{{status}}","deliveryStatusDetails":{"statusMessage":"…"} } }]""";

    async Task<HttpResponseMessage> Post(string body, string query = "", string? header = "open sesame")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, MailEventsEndpoint.Path + query)
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        if (header is not null)
        {
            request.Headers.Add(MailEventsEndpoint.KeyHeader, header);
        }

        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    async Task<ContactRights> GetContactRights(string id) => (await store.Projects.Load(id, TestContext.Current.CancellationToken))!.Project.Contact;

    async Task Submit(string id, string email)
    {
        var now = NodaTime.Instant.FromDateTimeOffset(time.GetUtcNow());
        var desk = app.Services.GetRequiredService<ProjectCommands>();
        var command = new Submit(id, "C-1", ClientType.Company, Language.French, "site-web", true, Evidence.None, null, now, null);
        var dossier = new Dossier(id, "C-1", "Site", null, "site-web", "Jeanne Martin", null, email, null, null, null, null, id, "salt");
        Assert.IsType<CommandResult.Succeeded>(await desk.Submit(command, dossier, cancellation: TestContext.Current.CancellationToken));
    }

    sealed class NoProjectSignal : IProjectSignal
    {
        public ValueTask Raise(string projectId, int generation, CancellationToken cancellation) => ValueTask.CompletedTask;
    }
}
