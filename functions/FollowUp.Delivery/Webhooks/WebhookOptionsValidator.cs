using System.Net;
using FollowUp.Application.Delivery;
using Microsoft.Extensions.Options;

namespace FollowUp.Delivery.Webhooks;

/// <summary>Names every webhook setting that is missing or unsafe. Accepts anything while no target is configured.</summary>
public sealed class WebhookOptionsValidator : IValidateOptions<WebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        if (options.Target is not { } target)
        {
            return ValidateOptionsResult.Success;
        }

        var result = new ValidateOptionsResultBuilder();
        if (WebhookOptions.ParseEvents(options.Events).Count != WebhookSecrets.SplitList(options.Events).Distinct(StringComparer.OrdinalIgnoreCase).Count())
        {
            result.AddError("Webhook__Events must name events: NextAction, Assigned, ProviderWanted, QuestionAnswered, ComplaintReceived, ProviderNews.");
        }

        if (!target.IsAbsoluteUri || (target.Scheme != Uri.UriSchemeHttps && !(options.AllowPrivate && target.Scheme == Uri.UriSchemeHttp)))
        {
            result.AddError("Webhook__Target must be an https address.");
            return result.Build();
        }

        if (target.UserInfo.Length > 0)
        {
            result.AddError("Webhook__Target must not contain a user name or password.");
        }

        if (!WebhookSecrets.SplitList(options.AllowedHosts).Contains(target.IdnHost, StringComparer.OrdinalIgnoreCase))
        {
            result.AddError("Webhook__AllowedHosts does not contain the host of Webhook__Target.");
        }

        if (!options.AllowPrivate && IPAddress.TryParse(target.IdnHost.Trim('[', ']'), out _))
        {
            result.AddError("Webhook__Target must contain a host name, not an IP address.");
        }

        if (WebhookSecrets.ParseKeys(options.Secret).Length == 0)
        {
            result.AddError("Webhook__Secret must be whsec_ and the base64 of at least 24 bytes.");
        }

        return result.Build();
    }
}
