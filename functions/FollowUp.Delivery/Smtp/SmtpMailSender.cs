using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using MailKit;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;
using NodaTime;

namespace FollowUp.Delivery.Smtp;

/// <summary>
/// Sends mails to a mail server, one at a time over one connection. After a failure of the server, mails are throttled for
/// <see cref="SmtpOptions.Timeout"/>, so that mails do not queue up behind a server that does not answer. Safe for concurrent callers.
/// </summary>
/// <remarks>The breaker is not Polly's: that one opens after two failures at least, this one after the first.</remarks>
public sealed class SmtpMailSender(IOptionsMonitor<SmtpOptions> options, IOptionsMonitor<MailSenderOptions> sender, TimeProvider time) : IMailSender, IDisposable
{
    readonly SemaphoreSlim oneAtATime = new(1);
    SmtpOptions current = options.CurrentValue;
    SmtpConnection connection = new(options.CurrentValue, time);
    long? failedAt;

    TimeSpan RemainingPause => failedAt is { } since ? current.Timeout - time.GetElapsedTime(since) : TimeSpan.Zero;

    /// <exception cref="ThrottledException">The server failed less than a timeout ago.</exception>
    /// <exception cref="DeliveryRejectedException">The server refused the mail.</exception>
    /// <exception cref="TimeoutException">The server did not answer in time.</exception>
    public async Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation)
    {
        using var message = MimeMessageBuilder.Build(mail, MailboxAddress.Parse(sender.CurrentValue.FromAddress), at);
        await oneAtATime.WaitAsync(cancellation);
        var sending = Task.CompletedTask;
        SmtpClient? detached;
        try
        {
            UseCurrentOptions();
            if (RemainingPause is { Ticks: > 0 } pause)
            {
                throw new ThrottledException(Instant.FromDateTimeOffset(time.GetUtcNow() + pause));
            }

            sending = SendOverConnection(message, cancellation);
            await sending.WaitAsync(current.Timeout, time, cancellation);
            connection.RecordDelivery();
            return;
        }
        catch (TimeoutException) when (!sending.IsFaulted)
        {
            // The server may already have the mail, so a retry could send it twice. Its answer is awaited below, while other mails go on.
            failedAt = time.GetTimestamp();
            detached = connection.Detach();
        }
        catch (Exception failure) when (failure is not ThrottledException)
        {
            failedAt = IsServerUnavailable(failure) ? time.GetTimestamp() : null;
            connection.Close();
            throw;
        }
        finally
        {
            oneAtATime.Release();
        }

        try
        {
            await sending;
        }
        finally
        {
            detached?.Dispose();
        }
    }

    public void Dispose()
    {
        connection.Dispose();
        oneAtATime.Dispose();
    }

    /// <summary>A change of the mail server's settings closes the connection and ends the pause after a failure.</summary>
    void UseCurrentOptions()
    {
        if (options.CurrentValue is var changed && changed != current)
        {
            connection.Dispose();
            (current, connection, failedAt) = (changed, new SmtpConnection(changed, time), null);
        }
    }

    /// <summary>
    /// Sends one mail. The time limit is <see cref="SmtpOptions.Timeout"/> until the first byte of the mail is written, and
    /// <see cref="SmtpOptions.AnswerTimeout"/> from then on, because the server may accept the mail from then on.
    /// </summary>
    /// <exception cref="TimeoutException">The server did not answer in time.</exception>
    /// <exception cref="DeliveryRejectedException">The server refused the mail.</exception>
    async Task SendOverConnection(MimeMessage message, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(current.Timeout);
        try
        {
            var client = await connection.GetOrOpen(limit.Token);
            var callback = new FirstByteCallback(() => limit.CancelAfter(current.AnswerTimeout));
            await (FindReturnAddress(message) is { } returnAddress
                ? client.SendAsync(message, returnAddress, message.To.Mailboxes, limit.Token, callback)
                : client.SendAsync(message, limit.Token, callback));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException("The mail server did not answer in time.");
        }
        catch (SmtpCommandException refused)
        {
            throw SmtpRejection.ToException(refused);
        }
    }

    /// <summary>The sender of the envelope; null for the sender of the message.</summary>
    MailboxAddress? FindReturnAddress(MimeMessage message) => current.BouncesToReplyAddress ? message.ReplyTo.Mailboxes.FirstOrDefault() : null;

    /// <summary>A server that closes a connection over which it accepted a mail is not counted as unavailable: servers limit mails per connection.</summary>
    bool IsServerUnavailable(Exception failure) =>
        failure is TimeoutException || (!connection.HasDelivered && SmtpRejection.IsServerFailure(failure));

    /// <summary>Calls back once, when the first byte of the message is written.</summary>
    sealed class FirstByteCallback(Action callback) : ITransferProgress
    {
        bool isReported;

        public void Report(long bytesTransferred, long totalSize) => Report(bytesTransferred);

        public void Report(long bytesTransferred)
        {
            if (!isReported)
            {
                isReported = true;
                callback();
            }
        }
    }
}
