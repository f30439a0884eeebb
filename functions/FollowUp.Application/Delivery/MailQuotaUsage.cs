using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Application.Delivery;

/// <summary>
/// How many mails left in each ten seconds of the last hour. A slice counts as a whole until all of it is out of the window, so the limit
/// holds in any window, wherever it begins.
/// </summary>
/// <param name="Slices">Mails by slice; the slice's number counts tens of seconds since 1970.</param>
/// <param name="ClosedUntil">The mail service asked to be left alone until then.</param>
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

    /// <summary>When the next mail may leave: now, or the instant at which enough of the window has passed.</summary>
    public Instant GetFreeAt(Instant now, Duration window, int limit)
    {
        var spent = Slices.Where(slice => End(slice.Key) + window > now).ToList();
        var over = spent.Sum(slice => slice.Value) - limit + 1;
        if (over <= 0)
        {
            return now;
        }

        foreach (var (slice, mails) in spent)
        {
            over -= mails;
            if (over <= 0)
            {
                return End(slice) + window;
            }
        }

        return now + window;
    }

    static long Slice(Instant at) => at.ToUnixTimeSeconds() / SliceSeconds;

    static Instant End(long slice) => Instant.FromUnixTimeSeconds((slice + 1) * SliceSeconds);
}
