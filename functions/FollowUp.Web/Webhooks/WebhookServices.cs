using FollowUp.Application.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Web.Webhooks;

public static class WebhookServices
{
    /// <summary>Tells the website that the settings name; nobody when they name none.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(WebhookOptions.Section).Get<WebhookOptions>() ?? new WebhookOptions();
        return services.AddSingleton<IWebhookSender>(s => new WebhookSender(options, s.GetRequiredService<TimeProvider>()));
    }
}
