using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using FollowUp.Application.Ports;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Web.Shared.Limits;

/// <summary>
/// Counts uses against limits in the store, so that a limit holds over a restart and for all processes of an installation together. A use over the limit in this
/// process alone is refused without the store, so that a flood costs no writes. Thread-safe.
/// </summary>
/// <remarks>Windows go by the system's clock: the application's <see cref="TimeProvider"/> stands still in a demonstration.</remarks>
sealed class RequestLimiter(IKeyValueStore settings, TimeProvider time) : IDisposable
{
    const string Prefix = "limit:";

    /// <summary>How often a count is tried against other processes; after that the use is refused.</summary>
    const int MaxAttempts = 20;

    /// <summary>Uses of one process are counted one after another, so that they do not fail against each other.</summary>
    const int Stripes = 64;

    static readonly Duration Kept = Duration.FromDays(1);

    readonly ConcurrentDictionary<RateLimit, PartitionedRateLimiter<string>> local = new();
    readonly SemaphoreSlim[] locks = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Counts one use.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="key">What it is counted for. The store gets a digest of it, as settings hold no personal data.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    /// <returns>False when the limit is reached; the use is not counted then.</returns>
    public async ValueTask<bool> TryAcquire(RateLimit limit, string key, CancellationToken cancellation) =>
        await Acquire(limit, key, cancellation) != LimitUse.Refused;

    /// <summary>The same, and tells the last use of a window.</summary>
    public async ValueTask<LimitUse> Acquire(RateLimit limit, string key, CancellationToken cancellation)
    {
        using var lease = local.GetOrAdd(limit, CreateLocal).AttemptAcquire(key);
        return lease.IsAcquired ? await TryCount(limit, key, cancellation) : LimitUse.Refused;
    }

    /// <summary>
    /// Whether a use would pass now; it counts nothing. For a limit that many share: what another rule refuses afterwards then uses up nothing of the others.
    /// </summary>
    public async ValueTask<bool> HasRoom(RateLimit limit, string key, CancellationToken cancellation) =>
        ReadCount(limit, await settings.Get(NameRow(limit, DigestOf(key)), cancellation), TimeProvider.System.GetUtcNow()) is not { } current || current.Count < limit.Permits;

    /// <summary>The same for the network of a caller. Always true where the host does not know the address.</summary>
    public async ValueTask<bool> TryAcquire(RateLimit limit, IPAddress? from, CancellationToken cancellation) =>
        await Acquire(limit, from, cancellation) != LimitUse.Refused;

    /// <summary>The same, and tells the last use of a window.</summary>
    public async ValueTask<LimitUse> Acquire(RateLimit limit, IPAddress? from, CancellationToken cancellation) =>
        from is null ? LimitUse.Granted : await Acquire(limit, GetNetwork(from), cancellation);

    public void Dispose()
    {
        foreach (var limiter in local.Values)
        {
            limiter.Dispose();
        }

        foreach (var one in locks)
        {
            one.Dispose();
        }
    }

    /// <summary>An IPv4 address, or the /64 prefix of an IPv6 address, which usually belongs to one customer.</summary>
    static string GetNetwork(IPAddress from) => from switch
    {
        { IsIPv4MappedToIPv6: true } => from.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(from.GetAddressBytes().AsSpan(0, 8)),
        _ => from.ToString(),
    };

    async Task<LimitUse> TryCount(RateLimit limit, string key, CancellationToken cancellation)
    {
        var digest = DigestOf(key);
        var one = locks[Convert.ToInt32(digest[..2], 16) % Stripes];
        await one.WaitAsync(cancellation);
        try
        {
            return await TryCountAlone(limit, NameRow(limit, digest), cancellation);
        }
        finally
        {
            one.Release();
        }
    }

    async Task<LimitUse> TryCountAlone(RateLimit limit, string setting, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var now = TimeProvider.System.GetUtcNow();
            var (stored, count) = (await settings.Get(setting, cancellation), 1);
            if (ReadCount(limit, stored, now) is var (used, age))
            {
                count = used + 1;
                if (count > limit.Permits)
                {
                    return LimitUse.Refused;
                }

                now -= age;
            }

            // The random end tells two processes apart that count the same use number at the same instant.
            var next = string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeMilliseconds()} {count} {RandomNumberGenerator.GetHexString(8)}");
            if (stored is null
                ? await settings.GetOrSet(setting, next, time.GetCurrentInstant() + Kept, cancellation) == next
                : await settings.TryReplace(setting, stored, next, time.GetCurrentInstant() + Kept, cancellation))
            {
                return count == limit.Permits ? LimitUse.LastGranted : LimitUse.Granted;
            }
        }

        return LimitUse.Refused;
    }

    /// <summary>The uses of the present window, and how long ago it began; null when none has begun.</summary>
    static (int Count, TimeSpan Age)? ReadCount(RateLimit limit, string? stored, DateTimeOffset now) =>
        stored?.Split(' ') is [var started, var used, ..]
        && now - DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(started, CultureInfo.InvariantCulture)) is var age && age >= TimeSpan.Zero && age < limit.Window
            ? (int.Parse(used, CultureInfo.InvariantCulture), age)
            : null;

    static string DigestOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];

    static string NameRow(RateLimit limit, string digest) => $"{Prefix}{limit.Name}:{digest}";

    static PartitionedRateLimiter<string> CreateLocal(RateLimit limit) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = limit.Permits, Window = limit.Window }));
}
