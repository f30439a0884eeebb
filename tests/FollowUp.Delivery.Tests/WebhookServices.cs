using FollowUp.Application.Ports;
using FollowUp.Delivery.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Delivery.Tests;

/// <summary>The services of webhooks as a host registers them, with given settings.</summary>
static class WebhookServices
{
    /// <summary>A secret of the convention's own example.</summary>
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    public static ServiceProvider Create(WebhookOptions options, IWebhookDeliveries? deliveries = null)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Webhook:Target"] = options.Target?.OriginalString,
            ["Webhook:Secret"] = options.Secret,
            ["Webhook:AllowedHosts"] = options.AllowedHosts,
            ["Webhook:AllowPrivate"] = options.AllowPrivate.ToString(),
            ["Webhook:Timeout"] = options.Timeout.ToString("c"),
        };
        var services = new ServiceCollection().AddSingleton(TimeProvider.System);
        if (deliveries is not null)
        {
            services.AddSingleton(deliveries);
        }

        return services
            .AddWebhooks(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
    }
}
