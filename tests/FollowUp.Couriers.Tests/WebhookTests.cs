using System.Net;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.Delivery;
using FollowUp.Web;
using NodaTime;

namespace FollowUp.Couriers.Tests;

public sealed class WebhookTests
{
    const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static readonly Instant At = Instant.FromUtc(2026, 11, 23, 9, 0);
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_signature_is_the_one_that_the_convention_publishes()
    {
        // The example of the Standard Webhooks specification.
        var signature = StandardWebhooks.Sign(
            StandardWebhooks.Keys("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}""");
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature);
    }

    [Fact]
    public async Task The_website_is_told_once_with_id_time_and_a_signature_that_it_can_check()
    {
        await using var website = await FakeWebsite.Answering(204);
        using var courier = Courier(website.Address);
        await courier.Send("P-1.7.Webhook", """{"type":"project.moved"}""", At, Cancellation);

        var call = Assert.Single(website.Calls);
        Assert.Equal("P-1.7.Webhook", call.Headers["webhook-id"]);
        Assert.Equal("application/json; charset=utf-8", call.Headers["content-type"]);
        var signed = Encoding.UTF8.GetBytes($"{call.Headers["webhook-id"]}.{call.Headers["webhook-timestamp"]}.{call.Body}");
        var expected = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Secret["whsec_".Length..]), signed));
        Assert.Equal("v1," + expected, call.Headers["webhook-signature"]);
    }

    [Fact]
    public async Task While_keys_are_exchanged_a_message_is_signed_by_both()
    {
        await using var website = await FakeWebsite.Answering(200);
        using var courier = new WebhookCourier(Options(website.Address) with { Secret = $"{Secret} whsec_{Convert.ToBase64String(new byte[32])}" }, TimeProvider.System);
        await courier.Send("m", "{}", At, Cancellation);
        Assert.Equal(2, website.Calls[0].Headers["webhook-signature"].Split(' ').Length);
    }

    [Fact]
    public async Task A_website_that_stumbles_is_told_again_with_the_same_id()
    {
        await using var website = await FakeWebsite.Answering(500, 503, 200);
        using var courier = Courier(website.Address);
        await courier.Send("P-1.7.Webhook", "{}", At, Cancellation);
        Assert.Equal(3, website.Calls.Count);
        Assert.Single(website.Calls.Select(c => c.Headers["webhook-id"]).Distinct());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(410)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_refusal_is_left_to_the_outbox_at_once_and_no_redirect_is_followed(int status)
    {
        await using var website = await FakeWebsite.Open((_, http) =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });
        using var courier = Courier(website.Address);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => courier.Send("m", "{}", At, Cancellation));
        Assert.Equal((HttpStatusCode)status, refused.StatusCode);
        Assert.Single(website.Calls);
    }

    [Fact]
    public async Task Retry_After_is_honoured()
    {
        await using var website = await FakeWebsite.Open((_, http) =>
        {
            http.Response.StatusCode = 429;
            http.Response.Headers.RetryAfter = "90";
            return Task.CompletedTask;
        });
        using var courier = Courier(website.Address);
        var busy = await Assert.ThrowsAsync<ThrottledException>(() => courier.Send("m", "{}", At, Cancellation));
        Assert.Equal(At + Duration.FromSeconds(90), busy.Until);
        Assert.Single(website.Calls);
    }

    [Fact]
    public async Task A_slow_website_costs_a_limited_time()
    {
        await using var website = await FakeWebsite.Open((_, http) => Task.Delay(TimeSpan.FromSeconds(60), TimeProvider.System, http.RequestAborted));
        using var courier = new WebhookCourier(Options(website.Address) with { Timeout = TimeSpan.FromMilliseconds(200) }, TimeProvider.System);
        var begun = TimeProvider.System.GetTimestamp();
        await Assert.ThrowsAnyAsync<Exception>(() => courier.Send("m", "{}", At, Cancellation));
        Assert.InRange(TimeProvider.System.GetElapsedTime(begun), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_website_that_keeps_failing_is_left_alone_for_a_while()
    {
        await using var website = await FakeWebsite.Answering(500);
        using var courier = Courier(website.Address);
        for (var message = 0; message < 4; message++)
        {
            await Record.ExceptionAsync(() => courier.Send("m", "{}", At, Cancellation));
        }

        var calls = website.Calls.Count;
        var busy = await Assert.ThrowsAsync<ThrottledException>(() => courier.Send("m", "{}", At, Cancellation));
        Assert.InRange(busy.Until, At + Duration.FromSeconds(1), At + Duration.FromMinutes(1));
        Assert.Equal(calls, website.Calls.Count);
    }

    [Fact]
    public async Task An_endless_answer_is_not_read()
    {
        await using var website = await FakeWebsite.Open(async (_, http) =>
        {
            var flood = new byte[1 << 16];
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.Body.WriteAsync(flood, http.RequestAborted);
            }
        });
        using var courier = Courier(website.Address);
        await courier.Send("m", "{}", At, Cancellation);
    }

    [Fact]
    public async Task An_answer_whose_headers_do_not_end_is_given_up()
    {
        await using var website = await FakeWebsite.Open((_, http) =>
        {
            http.Response.Headers["x-flood"] = new string('x', 64 * 1024);
            return Task.CompletedTask;
        });
        using var courier = Courier(website.Address);
        await Assert.ThrowsAsync<HttpRequestException>(() => courier.Send("m", "{}", At, Cancellation));
    }

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.20.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::")]
    public void Private_and_link_local_addresses_are_not_public(string address) => Assert.False(PublicNetwork.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("93.184.215.14")]
    [InlineData("2606:2800:21f:cb07:6820:80da:af6b:8b2c")]
    public void Addresses_of_the_internet_are_public(string address) => Assert.True(PublicNetwork.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task A_name_that_leads_inside_leads_nowhere()
    {
        await using var website = await FakeWebsite.Answering(200);
        using var courier = new WebhookCourier(
            new WebhookOptions { Target = new Uri($"https://localhost:{website.Address.Port}/"), AllowedHosts = "localhost", Secret = Secret }, TimeProvider.System);
        await Assert.ThrowsAsync<HttpRequestException>(() => courier.Send("m", "{}", At, Cancellation));
        Assert.Empty(website.Calls);
    }

    [Theory]
    [InlineData("http://website.example/", "website.example", Secret, "Webhook__Target")]
    [InlineData("https://user:word@website.example/", "website.example", Secret, "Webhook__Target")]
    [InlineData("https://93.184.215.14/", "93.184.215.14", Secret, "Webhook__Target")]
    [InlineData("https://website.example/", "other.example", Secret, "Webhook__AllowedHosts")]
    [InlineData("https://website.example/", null, Secret, "Webhook__AllowedHosts")]
    [InlineData("https://website.example/", "website.example", "whsec_c2hvcnQ=", "Webhook__Secret")]
    [InlineData("https://website.example/", "website.example", null, "Webhook__Secret")]
    public void Settings_that_are_not_safe_are_refused_by_name(string target, string? hosts, string? secret, string named)
    {
        var options = new WebhookOptions { Target = new Uri(target), AllowedHosts = hosts, Secret = secret };
        Assert.Contains(named, Assert.Throws<InvalidOperationException>(() => new WebhookCourier(options, TimeProvider.System)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_target_nobody_is_told()
    {
        using var courier = new WebhookCourier(new WebhookOptions(), TimeProvider.System);
        Assert.False(courier.IsConfigured);
    }

    static WebhookOptions Options(Uri target) => new() { Target = target, AllowedHosts = target.Host, Secret = Secret, AllowPrivate = true };

    static WebhookCourier Courier(Uri target) => new(Options(target), TimeProvider.System);
}
