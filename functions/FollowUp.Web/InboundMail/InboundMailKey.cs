using FollowUp.Application.Settings;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.InboundMail;

/// <summary>The key of <c>POST /inbound-mail</c>.</summary>
public sealed class InboundMailKey(IOptionsMonitor<InboundMailOptions> options, AccessKeys keys)
{
    public const string Header = "x-inbound-mail-key";

    /// <summary>The key of the configuration, or without one the key in the store.</summary>
    internal async ValueTask<bool> IsValid(HttpRequest request, CancellationToken cancellation) =>
        options.CurrentValue.Key is { Length: > 0 } key
            ? SharedKey.IsValid(request, Header, key)
            : await keys.IsValid(AccessKeyKind.InboundMail, SharedKey.Read(request, Header), cancellation);
}
