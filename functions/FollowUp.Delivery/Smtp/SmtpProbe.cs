namespace FollowUp.Delivery.Smtp;

/// <summary>Tries a mail server without sending a mail.</summary>
public static class SmtpProbe
{
    /// <summary>Connects, signs in where a user is set, and disconnects.</summary>
    /// <returns>Null when the server took all of it; otherwise why not. It holds no password.</returns>
    public static async Task<string?> Try(SmtpOptions options, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout);
        using var connection = new SmtpConnection(options, TimeProvider.System);
        try
        {
            var client = await connection.GetOrOpen(limit.Token);
            await client.NoOpAsync(limit.Token);
            await client.DisconnectAsync(quit: true, limit.Token);
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"it did not answer within {options.Timeout.TotalSeconds:0} s";
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            return failure.Message;
        }
    }
}
