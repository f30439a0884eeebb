using System.Net;
using FollowUp.Application.Ports;
using FollowUp.Delivery.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUp.Delivery.Tests;

/// <summary>Where webhooks may go: to an allowed host on a public address, and only with safe settings.</summary>
public sealed class WebhookTargetTests
{
    const string Secret = WebhookServices.Secret;

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
    public void Private_and_link_local_addresses_are_not_public(string address) => Assert.False(SsrfGuard.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("93.184.215.14")]
    [InlineData("2606:2800:21f:cb07:6820:80da:af6b:8b2c")]
    public void Addresses_of_the_internet_are_public(string address) => Assert.True(SsrfGuard.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task A_name_that_resolves_to_a_private_address_is_refused()
    {
        await using var website = await FakeWebsite.StartWithStatuses(200);
        using var services = WebhookServices.Create(
            new WebhookOptions { Target = new Uri($"https://localhost:{website.Address.Port}/"), AllowedHosts = "localhost", Secret = Secret });
        var sender = services.GetRequiredService<IWebhookSender>();
        await Assert.ThrowsAsync<HttpRequestException>(() => sender.Send("m", "{}", Instant.FromUtc(2026, 11, 23, 9, 0), TestContext.Current.CancellationToken));
        Assert.Empty(website.Requests);
    }

    [Theory]
    [InlineData("http://website.example/", "website.example", Secret, "Webhook__Target")]
    [InlineData("https://user:word@website.example/", "website.example", Secret, "Webhook__Target")]
    [InlineData("https://93.184.215.14/", "93.184.215.14", Secret, "Webhook__Target")]
    [InlineData("https://website.example/", "other.example", Secret, "Webhook__AllowedHosts")]
    [InlineData("https://website.example/", null, Secret, "Webhook__AllowedHosts")]
    [InlineData("https://website.example/", "website.example", "whsec_c2hvcnQ=", "Webhook__Secret")]
    [InlineData("https://website.example/", "website.example", null, "Webhook__Secret")]
    public void Unsafe_settings_are_refused_by_name(string target, string? hosts, string? secret, string setting)
    {
        var options = new WebhookOptions { Target = new Uri(target), AllowedHosts = hosts, Secret = secret };
        using var services = WebhookServices.Create(options);
        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains(setting, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_target_the_sender_is_not_configured()
    {
        using var services = WebhookServices.Create(new WebhookOptions());
        Assert.False(services.GetRequiredService<IWebhookSender>().IsConfigured);
    }
}
