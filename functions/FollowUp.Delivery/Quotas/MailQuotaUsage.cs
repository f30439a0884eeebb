using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Delivery.Quotas;

/// <summary>
/// The number of mails sent in each ten seconds of the last hour. Stored as JSON with the names <c>slices</c> and <c>closedUntil</c>. A
/// slice counts until all of it is out of the window, so a limit holds in every window, wherever it begins.
/// </summary>
/// <param name="Slices">Mails by slice. A slice's number is its start in tens of seconds since 1970.</param>
/// <param name="ClosedUntil">No mail leaves before this instant, because the mail service throttled; null when it did not.</param>
public sealed record MailQuotaUsage(ImmutableSortedDictionary<long, int> Slices, Instant? ClosedUntil = null)
{
    const int SliceSeconds = 10;

    public static readonly Duration Minute = Duration.FromMinutes(1);
    public static readonly Duration Hour = Duration.FromHours(1);

    public static readonly MailQuotaUsage None = new(ImmutableSortedDictionary<long, int>.Empty);

    public MailQuotaUsage AddOne(Instant now) => this with
    {
        Slices = Slices.RemoveRange(Slices.Keys.Where(slice => End(slice) + Hour <= now))
            .SetItem(Slice(now), Slices.GetValueOrDefault(Slice(now)) + 1),
    };

    public int CountWithin(Instant now, Duration window) => Slices.Where(slice => End(slice.Key) + window > now).Sum(slice => slice.Value);

    /// <summary>The earliest time of the next mail: now, or the instant at which enough slices have left the window.</summary>
    public Instant GetFreeAt(Instant now, Duration window, int limit)
    {
        var used = Slices.Where(slice => End(slice.Key) + window > now).ToList();
        var excess = used.Sum(slice => slice.Value) - limit + 1;
        if (excess <= 0)
        {
            return now;
        }

        foreach (var (slice, mails) in used)
        {
            excess -= mails;
            if (excess <= 0)
            {
                return End(slice) + window;
            }
        }

        return now + window;
    }

    static long Slice(Instant at) => at.ToUnixTimeSeconds() / SliceSeconds;

    static Instant End(long slice) => Instant.FromUnixTimeSeconds((slice + 1) * SliceSeconds);
}
