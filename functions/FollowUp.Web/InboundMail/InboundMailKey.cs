using FollowUp.Application.Ports;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.InboundMail;

/// <summary>The key of <c>POST /inbound-mail</c>.</summary>
public sealed class InboundMailKey(IOptionsMonitor<InboundMailOptions> options, ISettings settings)
{
    public const string Header = "x-inbound-mail-key";

    /// <summary>The row in the store that holds the key when the configuration has none.</summary>
    public const string Setting = "inbound-mail-key";

    internal async ValueTask<bool> IsValid(HttpRequest request, CancellationToken cancellation) => SharedKey.IsValid(
        request, Header, options.CurrentValue.Key is { Length: > 0 } key ? key : await settings.Get(Setting, cancellation));
}
