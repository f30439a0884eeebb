using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Web.Mails;
using MailKit;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;
using NodaTime;

namespace FollowUp.Local.Mail;

/// <summary>
/// Hands mails to a mail server, one after the other over one connection for as long as they follow closely. A server that is away is found
/// so by one mail at a time; those behind it are told at once, so that they do not queue up and hold up all that projects have to do.
/// </summary>
public sealed class SmtpMailSender(SmtpOptions options, IOptions<MailOptions> mail, TimeProvider time) : IMailSender, IDisposable
{
    /// <summary>A connection that rested for longer may be closed at the other end without anybody knowing here.</summary>
    static readonly TimeSpan MaxIdleTime = TimeSpan.FromSeconds(5);

    readonly MailboxAddress from = MailboxAddress.Parse(mail.Value.FromAddress);
    readonly SemaphoreSlim oneAtATime = new(1);
    SmtpClient? client;
    long lastUsed;
    bool hasDelivered;
    long? unavailableSince;

    /// <summary>A server that is away is left alone for as long as it may keep a mail waiting.</summary>
    TimeSpan RemainingPause => unavailableSince is { } since ? options.Timeout - time.GetElapsedTime(since) : TimeSpan.Zero;

    public async Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation)
    {
        using var message = MimeMessageBuilder.Build(mail, from, at);
        await oneAtATime.WaitAsync(cancellation);
        var answer = Task.CompletedTask;
        SmtpClient? late;
        try
        {
            if (RemainingPause is { Ticks: > 0 } rest)
            {
                throw new ThrottledException(Instant.FromDateTimeOffset(time.GetUtcNow() + rest));
            }

            answer = SendOverConnection(message, cancellation);
            await answer.WaitAsync(options.Timeout, time, cancellation);
            (lastUsed, hasDelivered) = (time.GetTimestamp(), true);
            return;
        }
        catch (TimeoutException) when (!answer.IsFaulted)
        {
            // The server may have it by now: to give up would be to send it twice. It is waited for beside the others, which go on.
            unavailableSince = time.GetTimestamp();
            (late, client, hasDelivered) = (client, null, false);
        }
        catch (Exception failure) when (failure is not ThrottledException)
        {
            unavailableSince = IsServerUnavailable(failure) ? time.GetTimestamp() : null;
            CloseConnection();
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
        CloseConnection();
        oneAtATime.Dispose();
    }

    /// <exception cref="TimeoutException">A server that falls silent must not hold up every other mail.</exception>
    /// <exception cref="DeliveryRejectedException">It said no.</exception>
    async Task SendOverConnection(MimeMessage message, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout);
        try
        {
            var connection = await GetConnection(limit.Token);
            await connection.SendAsync(message, limit.Token, new FirstByteCallback(() => limit.CancelAfter(options.AnswerTimeout)));
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

    async Task<SmtpClient> GetConnection(CancellationToken cancellation)
    {
        if (client is { IsConnected: true } && time.GetElapsedTime(lastUsed) < MaxIdleTime)
        {
            return client;
        }

        CloseConnection();
        var fresh = client = new SmtpClient { Timeout = (int)options.AnswerTimeout.TotalMilliseconds };
        await fresh.ConnectAsync(options.Host!, options.PortOrDefault, options.SocketOptions, cancellation);
        if (!string.IsNullOrEmpty(options.User))
        {
            await fresh.AuthenticateAsync(options.User, options.Password ?? "", cancellation);
        }

        return fresh;
    }

    /// <summary>One that hangs up on a connection that it has served is not away: it has had enough of that one.</summary>
    bool IsServerUnavailable(Exception failure) => failure is TimeoutException || (!hasDelivered && SmtpRejection.IsServerFailure(failure));

    void CloseConnection()
    {
        client?.Dispose();
        client = null;
        hasDelivered = false;
    }

    /// <summary>Hears when the first of the message is written: from then on the server may take it, whatever becomes of its answer.</summary>
    sealed class FirstByteCallback(Action begun) : ITransferProgress
    {
        bool isReported;

        public void Report(long bytesTransferred, long totalSize) => Report(bytesTransferred);

        public void Report(long bytesTransferred)
        {
            if (!isReported)
            {
                isReported = true;
                begun();
            }
        }
    }
}
