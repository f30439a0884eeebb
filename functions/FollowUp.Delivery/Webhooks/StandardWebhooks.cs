using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FollowUp.Delivery.Webhooks;

/// <summary>Signatures of the Standard Webhooks specification (standardwebhooks.com): HMAC-SHA256 over id, timestamp and body.</summary>
public static class StandardWebhooks
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    /// <summary>The value of the signature header: one signature by each key, separated by spaces.</summary>
    /// <param name="keys">The keys, in the order of the setting.</param>
    /// <param name="id">The message's id, as in the id header.</param>
    /// <param name="seconds">Seconds since 1970, as in the timestamp header.</param>
    /// <param name="body">The body, as sent.</param>
    public static string Sign(IEnumerable<byte[]> keys, string id, long seconds, string body)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{seconds}.{body}"));
        return string.Join(' ', keys.Select(key => "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed))));
    }
}
