using FollowUp.Application;
using FollowUp.Web;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;
using NodaTime;

namespace FollowUp.Local;

/// <summary>
/// Hands mails to a mail server, one after the other over one connection for as long as they follow closely. A server that is away is found
/// so by one mail at a time; those behind it are told at once, so that they do not queue up and hold up all that projects have to do.
/// </summary>
public sealed class SmtpCourier(SmtpOptions options, IOptions<MailOptions> mail, TimeProvider time) : IMailCourier, IDisposable
{
    /// <summary>A connection that rested for longer may be closed at the other end without anybody knowing here.</summary>
    static readonly TimeSpan KeepOpen = TimeSpan.FromSeconds(5);

    readonly MailboxAddress from = MailboxAddress.Parse(mail.Value.FromAddress);
    readonly SemaphoreSlim oneAtATime = new(1);
    SmtpClient? client;
    long lastUsed;
    bool hasServed;
    long? awaySince;

    /// <summary>A server that is away is left alone for as long as it may keep a mail waiting.</summary>
    TimeSpan Rest => awaySince is { } since ? options.Timeout - time.GetElapsedTime(since) : TimeSpan.Zero;

    public async Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation)
    {
        using var message = Mime.Of(mail, from, at);
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            if (Rest is { Ticks: > 0 } rest)
            {
                throw new CourierBusyException(Instant.FromDateTimeOffset(time.GetUtcNow() + rest));
            }

            await Send(message, cancellation);
        }
        catch (SmtpCommandException refused)
        {
            Drop();
            throw SmtpRefusal.Of(refused);
        }
        catch (Exception failure) when (failure is not CourierBusyException)
        {
            awaySince = IsAway(failure) ? time.GetTimestamp() : null;
            Drop();
            throw;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose()
    {
        Drop();
        oneAtATime.Dispose();
    }

    /// <exception cref="TimeoutException">A server that falls silent must not hold up every other mail.</exception>
    async Task Send(MimeMessage message, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout);
        try
        {
            var connection = await Connection(limit.Token);
            await connection.SendAsync(message, limit.Token);
            lastUsed = time.GetTimestamp();
            hasServed = true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException("The mail server did not answer in time.");
        }
    }

    async Task<SmtpClient> Connection(CancellationToken cancellation)
    {
        if (client is { IsConnected: true } && time.GetElapsedTime(lastUsed) < KeepOpen)
        {
            return client;
        }

        Drop();
        client = new SmtpClient { Timeout = (int)options.Timeout.TotalMilliseconds };
        await client.ConnectAsync(options.Host!, options.PortOrDefault, options.SocketOptions, cancellation);
        if (!string.IsNullOrEmpty(options.User))
        {
            await client.AuthenticateAsync(options.User, options.Password ?? "", cancellation);
        }

        return client;
    }

    /// <summary>One that hangs up on a connection that it has served is not away: it has had enough of that one.</summary>
    bool IsAway(Exception failure) => failure is TimeoutException || (!hasServed && SmtpRefusal.IsOfTheServer(failure));

    void Drop()
    {
        client?.Dispose();
        client = null;
        hasServed = false;
    }
}
