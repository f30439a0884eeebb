using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.Ports;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Application.FirstStart;

/// <summary>
/// The tokens of the set-up address. Only their hashes are stored. A token works once, for seven days, and while the department has no manager.
/// Each process that serves may make one of its own.
/// </summary>
public sealed class SetupTokens(IKeyValueStore settings, TimeProvider time)
{
    const string Prefix = "setup-token:";
    const string Unused = "unused";
    const string Used = "used";

    static readonly Duration Lifetime = Duration.FromDays(7);

    /// <summary>Makes a token.</summary>
    /// <returns>256 random bits, in base64url.</returns>
    public async Task<string> Create(CancellationToken cancellation = default)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var expires = time.GetCurrentInstant() + Lifetime;
        await settings.Set(Prefix + Hash(token), Format(Unused, expires), expires, cancellation);
        return token;
    }

    /// <summary>Whether a token was made, is unused and has not expired.</summary>
    public async ValueTask<bool> IsLive(string token, CancellationToken cancellation = default) =>
        IsLive(await settings.Get(Prefix + Hash(token), cancellation));

    /// <summary>Uses a token up. Of several concurrent callers one succeeds.</summary>
    public async ValueTask<bool> TryUse(string token, CancellationToken cancellation = default)
    {
        var key = Prefix + Hash(token);
        var stored = await settings.Get(key, cancellation);
        return IsLive(stored) && await settings.TryReplace(key, stored!, Used, time.GetCurrentInstant() + Lifetime, cancellation);
    }

    /// <summary>Uses up a token that this class did not make. Of several callers, ever, one succeeds.</summary>
    public async ValueTask<bool> TryClaim(string token, CancellationToken cancellation = default)
    {
        var claim = $"{Used} {Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";
        return await settings.GetOrSet(Prefix + Hash(token), claim, time.GetCurrentInstant() + Lifetime, cancellation) == claim;
    }

    /// <summary>The stored form of a token: its SHA-256 as lower-case hex.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    bool IsLive(string? stored) =>
        stored?.Split(' ') is [Unused, var expires] && long.TryParse(expires, out var seconds) && time.GetCurrentInstant().ToUnixTimeSeconds() < seconds;

    static string Format(string state, Instant expires) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{state} {expires.ToUnixTimeSeconds()}");
}
