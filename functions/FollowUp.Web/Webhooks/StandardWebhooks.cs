using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FollowUp.Web.Webhooks;

/// <summary>
/// Signatures per the Standard Webhooks convention (standardwebhooks.com): HMAC-SHA256 over id, timestamp and body, so that none of the
/// three can be exchanged.
/// </summary>
public static class StandardWebhooks
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    const string Prefix = "whsec_";
    const int MinKeyBytes = 24;

    /// <summary>The keys of a secret setting; empty when one of them cannot be read or is too short to be safe.</summary>
    public static byte[][] ParseKeys(string? secrets)
    {
        var keys = new List<byte[]>();
        foreach (var secret in WebhookOptions.SplitList(secrets))
        {
            var key = new byte[secret.Length];
            if (!secret.StartsWith(Prefix, StringComparison.Ordinal)
                || !Convert.TryFromBase64String(secret[Prefix.Length..], key, out var length)
                || length < MinKeyBytes)
            {
                return [];
            }

            keys.Add(key[..length]);
        }

        return [.. keys];
    }

    /// <summary>The value of the signature header: one signature by each key.</summary>
    /// <param name="seconds">Seconds since 1970.</param>
    public static string Sign(IEnumerable<byte[]> keys, string id, long seconds, string body)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{seconds}.{body}"));
        return string.Join(' ', keys.Select(key => "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed))));
    }
}
