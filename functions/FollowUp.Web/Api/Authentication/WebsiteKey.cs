using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.Ports;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Authentication;

/// <summary>The key that the website shows in the header <c>x-functions-key</c>.</summary>
sealed class WebsiteKey(ISettings settings)
{
    public const string Header = "x-functions-key";

    /// <summary>The setting that holds it; made by the host.</summary>
    public const string Setting = "website-key";

    /// <summary>Takes as long for a key that is nearly right as for any other.</summary>
    public async ValueTask<bool> IsValid(HttpRequest request, CancellationToken cancellation) =>
        request.Headers[Header] is [{ Length: > 0 } shown]
        && await settings.Get(Setting, cancellation) is { Length: > 0 } key
        && CryptographicOperations.FixedTimeEquals(Hash(shown), Hash(key));

    static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
