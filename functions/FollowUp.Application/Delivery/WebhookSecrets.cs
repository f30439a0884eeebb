namespace FollowUp.Application.Delivery;

/// <summary>Signing secrets as Standard Webhooks writes them: <c>whsec_</c> and the base64 of the key.</summary>
public static class WebhookSecrets
{
    const string Prefix = "whsec_";
    const int MinKeyBytes = 24;

    /// <summary>The keys of a secret setting; empty when one of them cannot be read or is shorter than 24 bytes.</summary>
    /// <param name="secrets">One secret, or several separated as in <see cref="SplitList"/>.</param>
    public static byte[][] ParseKeys(string? secrets)
    {
        var keys = new List<byte[]>();
        foreach (var secret in SplitList(secrets))
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

    /// <summary>The secret of a key.</summary>
    public static string Format(ReadOnlySpan<byte> key) => Prefix + Convert.ToBase64String(key);

    /// <summary>The parts of a setting that lists several values, separated by spaces, commas or semicolons.</summary>
    public static string[] SplitList(string? list) =>
        list?.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
