using System.Net;
using FollowUp.Web.Shared.Callers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FollowUp.Pages.Tests.Links;

/// <summary>Behind a proxy the limits of a network are for the caller's, which the caller cannot choose.</summary>
public sealed class CallerAddressTests
{
    const string Header = "X-Forwarded-For";

    [Theory]
    [InlineData("192.0.2.7", 1, "192.0.2.7")]
    [InlineData("192.0.2.7:51234", 1, "192.0.2.7")]
    [InlineData("[2001:db8::1]:443", 1, "2001:db8::1")]
    [InlineData("1.1.1.1, 192.0.2.7", 1, "192.0.2.7")]
    [InlineData("1.1.1.1, 192.0.2.7, 10.0.0.1", 2, "192.0.2.7")]
    [InlineData("192.0.2.7", 2, null)]
    [InlineData("1.1.1.1, unknown", 1, null)]
    [InlineData("", 1, null)]
    [InlineData("192.0.2.7", 0, null)]
    public void Address_is_counted_from_the_end(string header, int hop, string? address) =>
        Assert.Equal(address is null ? null : IPAddress.Parse(address), CallerAddress.Find(header, hop));

    [Fact]
    public async Task Caller_who_claims_other_addresses_runs_into_the_limit_of_their_own()
    {
        await using var app = await TestApp.Start();
        app.Services.GetRequiredService<IOptionsMonitor<CallerOptions>>().CurrentValue.Header = Header;
        using var http = app.NewHttpClient();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 301; i++)
        {
            statuses.Add(await Guess(http, i, $"203.0.113.{i % 250}, 192.0.2.7"));
        }

        Assert.All(statuses.Take(300), status => Assert.Equal(HttpStatusCode.NotFound, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[300]);
        Assert.Equal(HttpStatusCode.NotFound, await Guess(http, 400, "192.0.2.7, 192.0.2.8"));
    }

    [Fact]
    public async Task Header_is_not_believed_unless_a_setting_names_it()
    {
        await using var app = await TestApp.Start();
        using var http = app.NewHttpClient();
        for (var i = 0; i < 301; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, await Guess(http, i, "192.0.2.7"));
        }
    }

    static async Task<HttpStatusCode> Guess(HttpClient http, int number, string forwardedFor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/l/guess-{number}");
        request.Headers.Add(Header, forwardedFor);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
