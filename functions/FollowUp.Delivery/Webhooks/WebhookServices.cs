using System.Net;
using FollowUp.Application.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FollowUp.Delivery.Webhooks;

public static class WebhookServices
{
    /// <summary>
    /// Registers the sender of webhooks with retries and a circuit breaker, and validates <see cref="WebhookOptions"/> when the host starts.
    /// </summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<WebhookOptions>(configuration.GetSection(WebhookOptions.Section));
        services.AddOptionsWithValidateOnStart<WebhookOptions, WebhookOptionsValidator>();
        services.AddHttpClient(WebhookSender.HttpClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(s => CreateHandler(s.GetRequiredService<IOptionsMonitor<WebhookOptions>>().CurrentValue))
            .AddResilienceHandler("webhook", (pipeline, context) => WebhookResilience.Configure(
                pipeline,
                context.ServiceProvider.GetRequiredService<IOptionsMonitor<WebhookOptions>>().CurrentValue.Timeout,
                context.ServiceProvider.GetRequiredService<TimeProvider>()));

        // The outbox logs a webhook that failed after its last attempt; the attempts before it are not worth a line each.
        services.AddLogging(logging => logging.AddFilter("Polly", LogLevel.None));
        return services.AddSingleton<IWebhookSender, WebhookSender>();
    }

    /// <summary>A handler for a server that is not trusted: no redirects, cookies or proxy, short headers, and no body read after the headers.</summary>
    static SocketsHttpHandler CreateHandler(WebhookOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseHeadersLength = 16,
        MaxResponseDrainSize = 0,
        ConnectTimeout = options.Timeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = options.AllowPrivate ? null : SsrfGuard.Connect,
    };
}
