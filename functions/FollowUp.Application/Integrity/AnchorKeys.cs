using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Application.Integrity;

/// <summary>
/// The keys that sign heads and anchors. They lie apart from the store: who can change the store can compute its hashes again, but no signature. The
/// newest key signs; the older ones are kept, so that what they signed can be checked. Immutable.
/// </summary>
public sealed class AnchorKeys
{
    /// <summary>The least length of a secret, in bytes.</summary>
    public const int MinSecretBytes = 32;

    /// <summary>No key: nothing is signed, and signatures cannot be checked.</summary>
    public static readonly AnchorKeys None = new([]);

    readonly ImmutableArray<AnchorKey> keys;

    AnchorKeys(ImmutableArray<AnchorKey> keys) => this.keys = keys;

    /// <summary>Whether there is no key.</summary>
    public bool IsEmpty => keys.IsEmpty;

    /// <summary>From when on everything is signed; null without a key.</summary>
    public Instant? Since => keys.IsEmpty ? null : keys[0].Since;

    /// <summary>
    /// Reads keys from a text with one key a line, or between semicolons, oldest first: the instant from which it signs, which is also its id, and the secret in Base64.
    /// </summary>
    /// <exception cref="FormatException">A line is no key, two have one instant, or they are not in order; the message names the line, not the secret.</exception>
    public static AnchorKeys Parse(string text)
    {
        var read = ImmutableArray.CreateBuilder<AnchorKey>();
        var number = 0;
        foreach (var line in text.Split(['\n', ';'], StringSplitOptions.TrimEntries))
        {
            number++;
            if (line.Length == 0)
            {
                continue;
            }

            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var buffer = new byte[line.Length];
            if (parts is not [var since, var secret] || InstantPattern.ExtendedIso.Parse(since) is not { Success: true, Value: var from }
                || !Convert.TryFromBase64String(secret, buffer, out var length) || length < MinSecretBytes)
            {
                throw new FormatException(string.Create(
                    CultureInfo.InvariantCulture, $"line {number} is no key: expected an instant in UTC and at least {MinSecretBytes} bytes in Base64"));
            }

            if (read.Count > 0 && from <= read[^1].Since)
            {
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"line {number}: the keys must be in the order of their instants"));
            }

            read.Add(new AnchorKey(since, from, buffer[..length]));
        }

        return new AnchorKeys(read.ToImmutable());
    }

    /// <summary>A line of <see cref="Parse"/> with a new random secret.</summary>
    /// <param name="since">From when on the key signs.</param>
    public static string CreateLine(Instant since) =>
        $"{InstantPattern.ExtendedIso.Format(since)} {Convert.ToBase64String(RandomNumberGenerator.GetBytes(MinSecretBytes))}";

    /// <summary>The newest key's signature: its id, a vertical bar and the HMAC-SHA-256 in Base64. Null without a key.</summary>
    public string? Sign(string text) => keys.IsEmpty ? null : $"{keys[^1].Id}|{Convert.ToBase64String(Compute(keys[^1], text))}";

    /// <summary>Whether a signature is that of the text; null when its key is not known.</summary>
    public bool? Verify(string text, string signature)
    {
        var parts = signature.Split('|');
        if (Find(parts[0]) is not { } key)
        {
            return null;
        }

        var buffer = new byte[SHA256.HashSizeInBytes];
        return parts.Length == 2 && Convert.TryFromBase64String(parts[1], buffer, out var length) && length == buffer.Length
            && CryptographicOperations.FixedTimeEquals(Compute(key, text), buffer);
    }

    /// <summary>The key of a signature; null when it is not known.</summary>
    public AnchorKey? FindKeyOf(string signature) => Find(signature.Split('|')[0]);

    /// <summary>The key that signs now; null without one.</summary>
    public AnchorKey? Newest => keys.IsEmpty ? null : keys[^1];

    /// <summary>The HMAC-SHA-256 of a text.</summary>
    public static byte[] Compute(AnchorKey key, string text) => HMACSHA256.HashData(key.Secret, Encoding.UTF8.GetBytes(text));

    AnchorKey? Find(string id) => keys.FirstOrDefault(key => key.Id == id);
}
