using FollowUp.Application;
using FollowUp.Web;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;
using NodaTime;

namespace FollowUp.Local;

/// <summary>Hands mails to a mail server, one after the other over one connection for as long as they follow closely.</summary>
public sealed class SmtpCourier(SmtpOptions options, IOptions<MailOptions> mail, TimeProvider time) : IMailCourier, IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A connection that rested for longer may be closed at the other end without anybody knowing here.</summary>
    static readonly TimeSpan KeepOpen = TimeSpan.FromSeconds(5);

    readonly MailboxAddress from = MailboxAddress.Parse(mail.Value.FromAddress);
    readonly SemaphoreSlim oneAtATime = new(1);
    SmtpClient? client;
    long lastUsed;

    public async Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation)
    {
        using var message = Mime.Of(mail, from, at);
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            var connection = await Connection(cancellation);
            await connection.SendAsync(message, cancellation);
            lastUsed = time.GetTimestamp();
        }
        catch
        {
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

    async Task<SmtpClient> Connection(CancellationToken cancellation)
    {
        if (client is { IsConnected: true } && time.GetElapsedTime(lastUsed) < KeepOpen)
        {
            return client;
        }

        Drop();
        client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        await client.ConnectAsync(options.Host!, options.PortOrDefault, options.SocketOptions, cancellation);
        if (!string.IsNullOrEmpty(options.User))
        {
            await client.AuthenticateAsync(options.User, options.Password ?? "", cancellation);
        }

        return client;
    }

    void Drop()
    {
        client?.Dispose();
        client = null;
    }
}
