using System.Net;
using System.Reflection;
using System.Text;
using FollowUp.Application.Ports;
using FollowUp.Functions.Http;
using FollowUp.Storage.Shared;
using FollowUp.Storage.Tables;
using FollowUp.Web.Shared.Settings;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FollowUp.Functions.Tests.Http;

/// <summary>The pipeline behind an endpoint that takes every path, as the worker puts it behind a function.</summary>
public sealed class HttpFunctionsTests : IAsyncLifetime
{
    readonly HttpClient http = new();
    WebApplication app = null!;
    TablesStore store = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await EmulatedTables.Open();
        await store.Settings.Set("website-key", "open sesame", Cancellation);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var senders = new RecordingSenders();
        builder.Services
            .AddTablesStore(store).AddDepartmentSettings(builder.Configuration)
            .AddSingleton<IProjectSignal, NoProjectSignal>().AddSingleton<IMailSender>(senders).AddSingleton<IWebhookSender>(senders)
            .AddFollowUp()
            .AddSingleton<WebPipeline>();
        app = builder.Build();
        app.UseRouting();
        app.Map("{*path}", (HttpContext context, WebPipeline pipeline) => pipeline.ExecuteAsync(context));
        await app.StartAsync(Cancellation);
        http.BaseAddress = new Uri(app.Urls.First());
        http.DefaultRequestHeaders.Add("x-functions-key", "open sesame");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Request_is_routed_again_behind_the_function()
    {
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/health", UriKind.Relative), Cancellation)).StatusCode);
        using var head = new HttpRequestMessage(HttpMethod.Head, "/health");
        Assert.Equal(HttpStatusCode.OK, (await http.SendAsync(head, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri("/nowhere", UriKind.Relative), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task The_API_is_guarded_in_code_as_well()
    {
        using var stranger = new HttpClient { BaseAddress = http.BaseAddress };
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(new Uri("/api/projects/P-1", UriKind.Relative), Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri("/api/projects/P-1", UriKind.Relative), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Malformed_JSON_is_a_bad_request_with_a_problem()
    {
        var answer = await http.PostAsync(new Uri("/api/projects", UriKind.Relative), new StringContent("{", Encoding.UTF8, "application/json"), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>However long it is: a caller whose connection breaks does not learn that it need not come again.</summary>
    [Theory]
    [InlineData("/api/projects", 5)]
    [InlineData("/inbound-mail", 40)]
    public async Task Body_over_the_limit_is_refused_before_it_is_read(string path, int mebibytes)
    {
        using var body = new ByteArrayContent(new byte[mebibytes << 20]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await http.PostAsync(new Uri(path, UriKind.Relative), body, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Inbound_mail_endpoint_accepts_a_mail_with_attachments()
    {
        await store.Settings.Set("inbound-mail-key", "gateway", Cancellation);
        using var mail = new ByteArrayContent([.. Encoding.ASCII.GetBytes("From: eve@elsewhere.example\r\n\r\n"), .. Enumerable.Repeat((byte)'x', 5 << 20)]);
        mail.Headers.ContentType = new("message/rfc822");
        var answer = await http.PostAsync(new Uri("/inbound-mail?key=gateway", UriKind.Relative), mail, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("unknown-sender", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_link_gets_a_page_and_not_found()
    {
        var answer = await http.GetAsync(new Uri("/l/forged", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public void Functions_are_named_so_that_the_host_tries_the_narrow_routes_first()
    {
        var routes = typeof(HttpFunctions).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .ToDictionary(
                method => method.GetCustomAttribute<FunctionAttribute>()!.Name,
                method => method.GetParameters()[0].GetCustomAttribute<HttpTriggerAttribute>()!);
        var inOrder = routes.Keys.Order(StringComparer.OrdinalIgnoreCase).ToList();

        Assert.Equal("{*path}", routes[inOrder[^1]].Route);
        Assert.Equal(
            ["ApiForWebsite"], routes.Where(route => route.Value.AuthLevel == AuthorizationLevel.Function).Select(route => route.Key));

        // What admits staff, who have no function key.
        Assert.Equal(
            [
                "api/board/{*path}", "api/cadence/{*path}", "api/commands", "api/complaints/{id}/{*path}", "api/complaints", "api/projects/{id}/feed",
                "api/persons/{*path}", "api/projects/{id}", "api/staff/{*path}", "api/projects/{id}/commands", "api/queue",
            ],
            inOrder.TakeWhile(name => name != "ApiForWebsite").Select(name => routes[name].Route));
    }

    /// <summary>The host checks the website's function key before the API sees the request, and staff have none.</summary>
    [Fact]
    public async Task Every_endpoint_of_staff_is_behind_a_function_without_a_key()
    {
        await http.GetAsync(new Uri("/health", UriKind.Relative), Cancellation);
        var functions = typeof(HttpFunctions).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .OrderBy(method => method.GetCustomAttribute<FunctionAttribute>()!.Name, StringComparer.OrdinalIgnoreCase)
            .Select(method => method.GetParameters()[0].GetCustomAttribute<HttpTriggerAttribute>()!).ToList();
        var ofStaff = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy is "staff" or "website-or-staff").ToList();

        Assert.NotEmpty(ofStaff);
        foreach (var endpoint in ofStaff)
        {
            var path = new PathString("/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => segment.Parts[0] is RoutePatternLiteralPart literal ? literal.Content : "x")));
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods)
            {
                var first = functions.First(function => (function.Methods is null or [] || function.Methods.Contains(method, StringComparer.OrdinalIgnoreCase))
                    && new TemplateMatcher(TemplateParser.Parse(function.Route!), []).TryMatch(path, []));
                Assert.True(first.AuthLevel == AuthorizationLevel.Anonymous, $"{method} {path} needs a function key.");
            }
        }
    }

    [Fact]
    public void WebPipeline_has_no_public_properties() => Assert.Empty(typeof(WebPipeline).GetProperties());
}
