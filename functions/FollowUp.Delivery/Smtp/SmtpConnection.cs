using MailKit.Net.Smtp;

namespace FollowUp.Delivery.Smtp;

/// <summary>The connection to the mail server, kept open between mails that follow each other closely. For one caller at a time.</summary>
sealed class SmtpConnection(SmtpOptions options, TimeProvider time) : IDisposable
{
    /// <summary>A server may have closed a connection that was idle for longer, without this end noticing.</summary>
    static readonly TimeSpan MaxIdleTime = TimeSpan.FromSeconds(5);

    SmtpClient? client;
    long lastUsed;

    /// <summary>Whether the server has accepted a mail over the connection that is open.</summary>
    public bool HasDelivered { get; private set; }

    /// <summary>The open connection, or a new one when there is none or it was idle too long.</summary>
    public async Task<SmtpClient> GetOrOpen(CancellationToken cancellation)
    {
        if (client is { IsConnected: true } && time.GetElapsedTime(lastUsed) < MaxIdleTime)
        {
            return client;
        }

        Close();
        var opened = client = new SmtpClient { Timeout = (int)options.AnswerTimeout.TotalMilliseconds };
        await opened.ConnectAsync(options.Host!, options.PortOrDefault, options.SocketOptions, cancellation);
        if (!string.IsNullOrEmpty(options.User))
        {
            await opened.AuthenticateAsync(options.User, options.Password ?? "", cancellation);
        }

        return opened;
    }

    public void RecordDelivery() => (lastUsed, HasDelivered) = (time.GetTimestamp(), true);

    /// <summary>Forgets the connection without closing it.</summary>
    /// <returns>The connection, which the caller closes; null when none is open.</returns>
    public SmtpClient? Detach()
    {
        var detached = client;
        (client, HasDelivered) = (null, false);
        return detached;
    }

    public void Close() => Detach()?.Dispose();

    public void Dispose() => Close();
}
