using System.Net;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Delivery.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Delivery.Tests;

/// <remarks>One test counts what the process allocates, so that no other test may run beside these.</remarks>
[CollectionDefinition(nameof(WebhookSenderTests), DisableParallelization = true)]
[Collection(nameof(WebhookSenderTests))]
public sealed class WebhookSenderTests
{
    const string Secret = WebhookServices.Secret;
    static readonly Instant At = Instant.FromUtc(2026, 11, 23, 9, 0);
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_signature_matches_the_published_example()
    {
        // The example of the Standard Webhooks specification.
        var signature = StandardWebhooks.Sign(
            WebhookSecrets.ParseKeys("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}""");
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature);
    }

    [Fact]
    public async Task A_webhook_carries_id_timestamp_and_a_verifiable_signature()
    {
        await using var website = await FakeWebsite.StartWithStatuses(204);
        using var services = WebhookServices.Create(CreateOptions(website.Address));
        var sender = services.GetRequiredService<IWebhookSender>();
        await sender.Send("P-1.7.Webhook", """{"type":"project.moved"}""", At, Cancellation);

        var request = Assert.Single(website.Requests);
        Assert.Equal("P-1.7.Webhook", request.Headers["webhook-id"]);
        Assert.Equal("application/json; charset=utf-8", request.Headers["content-type"]);
        var signed = Encoding.UTF8.GetBytes($"{request.Headers["webhook-id"]}.{request.Headers["webhook-timestamp"]}.{request.Body}");
        var expected = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Secret["whsec_".Length..]), signed));
        Assert.Equal("v1," + expected, request.Headers["webhook-signature"]);
    }

    [Fact]
    public async Task During_key_rotation_a_webhook_is_signed_with_both_keys()
    {
        await using var website = await FakeWebsite.StartWithStatuses(200);
        using var services = WebhookServices.Create(CreateOptions(website.Address) with { Secret = $"{Secret} whsec_{Convert.ToBase64String(new byte[32])}" });
        var sender = services.GetRequiredService<IWebhookSender>();
        await sender.Send("m", "{}", At, Cancellation);
        Assert.Equal(2, website.Requests[0].Headers["webhook-signature"].Split(' ').Length);
    }

    [Fact]
    public async Task Each_call_is_stored_with_its_answer_and_without_the_secret()
    {
        await using var website = await FakeWebsite.StartWithStatuses(204, 404);
        var recorded = new RecordedDeliveries();
        using var services = WebhookServices.Create(CreateOptions(website.Address), recorded);
        var sender = services.GetRequiredService<IWebhookSender>();
        await sender.Send("accepted", "{}", At, Cancellation);
        await Assert.ThrowsAsync<HttpRequestException>(() => sender.Send("refused", "{}", At, Cancellation));
        Assert.Equal([("accepted", 204, null), ("refused", 404, "status 404")], recorded.All.Select(d => (d.MessageId, d.Status!.Value, d.Failure)));
    }

    [Fact]
    public async Task The_body_of_an_answer_is_not_read()
    {
        const int Length = 25 << 20;
        await using var website = await FakeWebsite.Start(async (_, http) =>
        {
            var block = new byte[64 * 1024];
            for (var left = Length; left > 0 && !http.RequestAborted.IsCancellationRequested; left -= block.Length)
            {
                await http.Response.Body.WriteAsync(block);
            }
        });
        using var services = WebhookServices.Create(CreateOptions(website.Address));
        var sender = services.GetRequiredService<IWebhookSender>();
        var before = GC.GetTotalAllocatedBytes();

        await sender.Send("m", "{}", At, Cancellation);

        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, Length);
    }

    [Fact]
    public async Task A_call_without_an_answer_is_stored_too()
    {
        var recorded = new RecordedDeliveries();
        using var services = WebhookServices.Create(CreateOptions(new Uri("http://127.0.0.1:9/")) with { Timeout = TimeSpan.FromSeconds(1) }, recorded);
        await Assert.ThrowsAnyAsync<Exception>(() => services.GetRequiredService<IWebhookSender>().Send("lost", "{}", At, Cancellation));
        var delivery = Assert.Single(recorded.All);
        Assert.Null(delivery.Status);
        Assert.StartsWith("no answer", delivery.Failure, StringComparison.Ordinal);
    }

    sealed class RecordedDeliveries : IWebhookDeliveries
    {
        public List<WebhookDelivery> All { get; } = [];

        public ValueTask Add(WebhookDelivery delivery, CancellationToken cancellation)
        {
            All.Add(delivery);
            return ValueTask.CompletedTask;
        }

        public ValueTask<System.Collections.Immutable.ImmutableArray<WebhookDelivery>> Read(CancellationToken cancellation) => new([.. All]);
    }

    [Fact]
    public async Task A_server_error_is_retried_with_the_same_id()
    {
        await using var website = await FakeWebsite.StartWithStatuses(500, 503, 200);
        using var services = WebhookServices.Create(CreateOptions(website.Address));
        var sender = services.GetRequiredService<IWebhookSender>();
        await sender.Send("P-1.7.Webhook", "{}", At, Cancellation);
        Assert.Equal(3, website.Requests.Count);
        Assert.Single(website.Requests.Select(c => c.Headers["webhook-id"]).Distinct());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(410)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_rejection_is_not_retried_and_no_redirect_is_followed(int status)
    {
        await using var website = await FakeWebsite.Start((_, http) =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });
        using var services = WebhookServices.Create(CreateOptions(website.Address));
        var sender = services.GetRequiredService<IWebhookSender>();
        var rejection = await Assert.ThrowsAsync<HttpRequestException>(() => sender.Send("m", "{}", At, Cancellation));
        Assert.Equal((HttpStatusCode)status, rejection.StatusCode);
        Assert.Single(website.Requests);
    }

    [Fact]
    public async Task Retry_After_is_honoured()
    {
        await using var website = await FakeWebsite.Start((_, http) =>
        {
            http.Response.StatusCode = 429;
            http.Response.Headers.RetryAfter = "90";
            return Task.CompletedTask;
        });
        using var services = WebhookServices.Create(CreateOptions(website.Address));
        var sender = services.GetRequiredService<IWebhookSender>();
        var throttled = await Assert.ThrowsAsync<ThrottledException>(() => sender.Send("m", "{}", At, Cancellation));
        Assert.Equal(At + Duration.FromSeconds(90), throttled.Until);
        Assert.Single(website.Requests);
    }

    [Fact]
    public async Task A_slow_target_times_out()
    {
        await using var website = await FakeWebsite.Start((_, http) => Task.Delay(TimeSpan.FromSeconds(60), TimeProvider.System, http.RequestAborted));
        using var services = WebhookServices.Create(CreateOptions(website.Address) with { Timeout = TimeSpan.FromMilliseconds(200) });
        var sender = services.GetRequiredService<IWebhookSender>();
        var startedAt = TimeProvider.System.GetTimestamp();
        await Assert.ThrowsAnyAsync<Exception>(() => sender.Send("m", "{}", At, Cancellation));
        Assert.InRange(TimeProvider.System.GetElapsedTime(startedAt), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task The_circuit_breaks_after_repeated_failures()
    {
        await using var website = await FakeWebsite.StartWithStatuses(500);
        using var services = WebhookServices.Create(CreateOptions(website.Address));
        var sender = services.GetRequiredService<IWebhookSender>();
        for (var message = 0; message < 4; message++)
        {
            await Record.ExceptionAsync(() => sender.Send("m", "{}", At, Cancellation));
        }

        var count = website.Requests.Count;
        var throttled = await Assert.ThrowsAsync<ThrottledException>(() => sender.Send("m", "{}", At, Cancellation));
        Assert.InRange(throttled.Until, At + Duration.FromSeconds(1), At + Duration.FromMinutes(1));
        Assert.Equal(count, website.Requests.Count);
    }

    [Fact]
    public async Task An_endless_response_body_is_not_read()
    {
        await using var website = await FakeWebsite.Start(async (_, http) =>
        {
            var flood = new byte[1 << 16];
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.Body.WriteAsync(flood, http.RequestAborted);
            }
        });
        using var services = WebhookServices.Create(CreateOptions(website.Address));
        var sender = services.GetRequiredService<IWebhookSender>();
        await sender.Send("m", "{}", At, Cancellation);
    }

    [Fact]
    public async Task A_response_with_too_long_headers_fails()
    {
        await using var website = await FakeWebsite.Start((_, http) =>
        {
            http.Response.Headers["x-flood"] = new string('x', 64 * 1024);
            return Task.CompletedTask;
        });
        using var services = WebhookServices.Create(CreateOptions(website.Address));
        var sender = services.GetRequiredService<IWebhookSender>();
        await Assert.ThrowsAsync<HttpRequestException>(() => sender.Send("m", "{}", At, Cancellation));
    }

    static WebhookOptions CreateOptions(Uri target) => new() { Target = target, AllowedHosts = target.Host, Secret = Secret, AllowPrivate = true };
}
