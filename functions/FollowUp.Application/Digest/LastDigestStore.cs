using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Application.Digest;

/// <summary>Stores the time of each coordinator's last digest.</summary>
sealed class LastDigestStore(IKeyValueStore settings)
{
    /// <summary>The last digest; null when there was none.</summary>
    public async ValueTask<LastDigest?> Find(Staff staff, CancellationToken cancellation) =>
        await settings.Get(GetKey(staff), cancellation) is { } text ? Parse(text) : null;

    /// <summary>Replaces the last digest.</summary>
    public async ValueTask Set(Staff staff, LastDigest digest, CancellationToken cancellation) => await settings.Set(
        GetKey(staff), $"{InstantPattern.ExtendedIso.Format(digest.At)} {InstantPattern.ExtendedIso.Format(digest.Since)}",
        digest.At + RetentionPeriods.LastDigests, cancellation);

    static string GetKey(Staff staff) => $"digest-told:{StaffLogId.Of(staff.Id)}";

    /// <summary>Rows of early versions have one instant, which stands for both.</summary>
    static LastDigest Parse(string text)
    {
        var instants = text.Split(' ').Select(part => InstantPattern.ExtendedIso.Parse(part).GetValueOrThrow()).ToArray();
        return new LastDigest(instants[0], instants[^1]);
    }
}

/// <summary>A digest that was enqueued.</summary>
/// <param name="At">When it was enqueued.</param>
/// <param name="Since">From when on it told what happened.</param>
sealed record LastDigest(Instant At, Instant Since);
