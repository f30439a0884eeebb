using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Application.Settings;

/// <summary>
/// The keys of the website and of the mail gateway. The store holds their hashes, and the keys themselves encrypted. A key of an earlier version,
/// which was stored in plain text, is replaced by this form when it is first used. Thread-safe.
/// </summary>
public sealed class AccessKeys(IKeyValueStore settings, ISecretProtector secrets, TimeProvider time)
{
    /// <summary>The longest time that a key stays valid after its rotation.</summary>
    public static readonly Duration MaxOverlap = Duration.FromDays(30);

    const int KeyBytes = 32;

    volatile ParsedRow? last;

    /// <summary>The settings that hold a kind of key; the second one is that of earlier versions.</summary>
    public static IReadOnlyList<string> GetSettings(AccessKeyKind kind) => [$"access-key:{GetName(kind)}", GetName(kind)];

    /// <summary>Whether a key that a request shows is the current one, or one from before a rotation that is still valid.</summary>
    public async ValueTask<bool> IsValid(AccessKeyKind kind, string shown, CancellationToken cancellation = default)
    {
        if (shown.Length == 0 || await Find(kind, cancellation) is not { } row)
        {
            return false;
        }

        var hash = Hash(shown);
        var isValid = AreEqual(hash, row.Hash);
        foreach (var previous in row.ValidPrevious(time.GetCurrentInstant()))
        {
            isValid |= AreEqual(hash, previous.Hash);
        }

        return isValid;
    }

    /// <summary>What is stored of a key; null when there is none.</summary>
    public async ValueTask<AccessKeyRow?> Find(AccessKeyKind kind, CancellationToken cancellation = default)
    {
        var setting = GetSettings(kind);
        if (await settings.Get(setting[0], cancellation) is { } json)
        {
            return Parse(json);
        }

        return await settings.Get(setting[1], cancellation) is { Length: > 0 } plain ? await ReplacePlainText(setting, plain, cancellation) : null;
    }

    /// <summary>The key, which is made when there is none. Concurrent callers all get the same key.</summary>
    /// <returns>Null when the environment sets the key, or the key ring cannot decrypt it.</returns>
    public async ValueTask<string?> GetOrCreate(AccessKeyKind kind, CancellationToken cancellation = default)
    {
        var row = await Ensure(kind, cancellation);
        return row.Secret is { } secret ? secrets.Unprotect(secret) : null;
    }

    /// <summary>Makes the key when there is none.</summary>
    public async ValueTask<AccessKeyRow> Ensure(AccessKeyKind kind, CancellationToken cancellation = default) =>
        await Find(kind, cancellation) ?? Parse(await settings.GetOrSet(GetSettings(kind)[0], Write(CreateRow(CreateKey())), cancellation));

    /// <summary>Replaces the key. The one from before stays valid for a while.</summary>
    /// <param name="kind">Which key.</param>
    /// <param name="overlap">How long the old key stays valid; zero refuses it at once.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    /// <returns>The new key.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The overlap is negative or longer than <see cref="MaxOverlap"/>.</exception>
    public async ValueTask<string> Rotate(AccessKeyKind kind, Duration overlap, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(overlap, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(overlap, MaxOverlap);
        var key = CreateKey();
        await Replace(kind, CreateRow(key), overlap, cancellation);
        return key;
    }

    /// <summary>Takes over a key that the environment sets. Does nothing when it is the current one; otherwise the one from before is refused at once.</summary>
    public async ValueTask Set(AccessKeyKind kind, string key, CancellationToken cancellation = default)
    {
        if (await Find(kind, cancellation) is { } row && AreEqual(Hash(key), row.Hash))
        {
            return;
        }

        await Replace(kind, new AccessKeyRow(Hash(key), time.GetCurrentInstant()), Duration.Zero, cancellation);
    }

    async Task Replace(AccessKeyKind kind, AccessKeyRow next, Duration overlap, CancellationToken cancellation)
    {
        var setting = GetSettings(kind)[0];
        var first = Write(next);
        while (true)
        {
            await Find(kind, cancellation); // Gives a key in plain text its stored form.
            var stored = await settings.GetOrSet(setting, first, cancellation);
            if (stored == first)
            {
                return;
            }

            var row = Parse(stored);
            var now = time.GetCurrentInstant();

            // An overlap of zero is for a key that became known to others: the keys from before earlier rotations go too.
            PreviousKey[] previous = overlap == Duration.Zero ? [] : [new PreviousKey(row.Hash, now + overlap), .. row.ValidPrevious(now)];
            if (await settings.TryReplace(setting, stored, Write(next with { Previous = [.. previous] }), cancellation))
            {
                return;
            }
        }
    }

    async Task<AccessKeyRow> ReplacePlainText(IReadOnlyList<string> setting, string plain, CancellationToken cancellation)
    {
        var row = Parse(await settings.GetOrSet(setting[0], Write(CreateRow(plain)), cancellation));
        await settings.Remove(setting[1], cancellation);
        return row;
    }

    AccessKeyRow CreateRow(string key) => new(Hash(key), time.GetCurrentInstant(), secrets.Protect(key));

    /// <summary>Every request of the website reads the row, so the last one is kept parsed.</summary>
    AccessKeyRow Parse(string json)
    {
        if (last is { } parsed && parsed.Json == json)
        {
            return parsed.Row;
        }

        var row = JsonSerializer.Deserialize<AccessKeyRow>(json, StoredJson.Options) ?? throw new JsonException("A stored key is never null.");
        last = new ParsedRow(json, row);
        return row;
    }

    static string Write(AccessKeyRow row) => JsonSerializer.Serialize(row, StoredJson.Options);

    static string CreateKey() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));

    static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>Compares in constant time, so that the time of an answer tells nothing about the key.</summary>
    static bool AreEqual(string hash, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(hash), Encoding.UTF8.GetBytes(other));

    static string GetName(AccessKeyKind kind) => kind switch
    {
        AccessKeyKind.Website => "website-key",
        AccessKeyKind.InboundMail => "inbound-mail-key",
        _ => throw new UnreachableException($"No name for {kind}"),
    };

    sealed record ParsedRow(string Json, AccessKeyRow Row);
}
