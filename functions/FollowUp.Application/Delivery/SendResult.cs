using FollowUp.Application.Shared;
using NodaTime;

namespace FollowUp.Application.Delivery;

/// <summary>The outcome of one attempt to send.</summary>
abstract record SendResult
{
    /// <summary>The service accepted the message.</summary>
    public sealed record Sent : SendResult;

    /// <summary>Nothing can be sent, today or later: the message is dropped.</summary>
    /// <param name="Note">See <see cref="DeliveryNotes"/>.</param>
    public sealed record Undeliverable(string Note) : SendResult;

    /// <summary>The service takes nothing at the moment. The attempt does not count.</summary>
    public sealed record Throttled(Instant RetryAt) : SendResult;

    /// <summary>The attempt failed and is repeated later.</summary>
    /// <param name="Note">See <see cref="DeliveryNotes"/>.</param>
    public sealed record Failed(string Note, Exception Exception) : SendResult;

    /// <summary>Makes one attempt and classifies what it throws.</summary>
    /// <param name="send">Returns null when it sent the message, otherwise why nothing can be sent.</param>
    /// <param name="now">Gives the current instant.</param>
    /// <param name="cancellation">The token that <paramref name="send"/> uses.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static async Task<SendResult> Try(Func<Task<string?>> send, Func<Instant> now, CancellationToken cancellation)
    {
        try
        {
            return await send() is { } note ? new Undeliverable(note) : new Sent();
        }
        catch (ThrottledException throttled)
        {
            return new Throttled(throttled.GetRetryAt(now()));
        }
        catch (Exception failure) when (!cancellation.Caused(failure))
        {
            return new Failed(DeliveryNotes.FromException(failure), failure);
        }
    }
}
