using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Web.Mails;
using MailKit;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;
using NodaTime;

namespace FollowUp.Local;

/// <summary>
/// Hands mails to a mail server, one after the other over one connection for as long as they follow closely. A server that is away is found
/// so by one mail at a time; those behind it are told at once, so that they do not queue up and hold up all that projects have to do.
/// </summary>
public sealed class SmtpCourier(SmtpOptions options, IOptions<MailOptions> mail, TimeProvider time) : IMailSender, IDisposable
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
        var answer = Task.CompletedTask;
        SmtpClient? late;
        try
        {
            if (Rest is { Ticks: > 0 } rest)
            {
                throw new ThrottledException(Instant.FromDateTimeOffset(time.GetUtcNow() + rest));
            }

            answer = HandOver(message, cancellation);
            await answer.WaitAsync(options.Timeout, time, cancellation);
            (lastUsed, hasServed) = (time.GetTimestamp(), true);
            return;
        }
        catch (TimeoutException) when (!answer.IsFaulted)
        {
            // The server may have it by now: to give up would be to send it twice. It is waited for beside the others, which go on.
            awaySince = time.GetTimestamp();
            (late, client, hasServed) = (client, null, false);
        }
        catch (Exception failure) when (failure is not ThrottledException)
        {
            awaySince = IsAway(failure) ? time.GetTimestamp() : null;
            Drop();
            throw;
        }
        finally
        {
            oneAtATime.Release();
        }

        try
        {
            await answer;
        }
        finally
        {
            late?.Dispose();
        }
    }

    public void Dispose()
    {
        Drop();
        oneAtATime.Dispose();
    }

    /// <exception cref="TimeoutException">A server that falls silent must not hold up every other mail.</exception>
    /// <exception cref="DeliveryRejectedException">It said no.</exception>
    async Task HandOver(MimeMessage message, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout);
        try
        {
            var connection = await Connection(limit.Token);
            await connection.SendAsync(message, limit.Token, new OnItsWay(() => limit.CancelAfter(options.AnswerTimeout)));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException("The mail server did not answer in time.");
        }
        catch (SmtpCommandException refused)
        {
            throw SmtpRefusal.Of(refused);
        }
    }

    async Task<SmtpClient> Connection(CancellationToken cancellation)
    {
        if (client is { IsConnected: true } && time.GetElapsedTime(lastUsed) < KeepOpen)
        {
            return client;
        }

        Drop();
        var fresh = client = new SmtpClient { Timeout = (int)options.AnswerTimeout.TotalMilliseconds };
        await fresh.ConnectAsync(options.Host!, options.PortOrDefault, options.SocketOptions, cancellation);
        if (!string.IsNullOrEmpty(options.User))
        {
            await fresh.AuthenticateAsync(options.User, options.Password ?? "", cancellation);
        }

        return fresh;
    }

    /// <summary>One that hangs up on a connection that it has served is not away: it has had enough of that one.</summary>
    bool IsAway(Exception failure) => failure is TimeoutException || (!hasServed && SmtpRefusal.IsOfTheServer(failure));

    void Drop()
    {
        client?.Dispose();
        client = null;
        hasServed = false;
    }

    /// <summary>Hears when the first of the message is written: from then on the server may take it, whatever becomes of its answer.</summary>
    sealed class OnItsWay(Action begun) : ITransferProgress
    {
        bool told;

        public void Report(long bytesTransferred, long totalSize) => Report(bytesTransferred);

        public void Report(long bytesTransferred)
        {
            if (!told)
            {
                told = true;
                begun();
            }
        }
    }
}
