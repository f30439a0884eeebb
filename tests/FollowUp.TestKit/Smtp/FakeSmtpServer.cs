using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using FollowUp.TestKit.Hosts;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace FollowUp.TestKit.Smtp;

/// <summary>A mail server on loopback that speaks SMTP, answers as a test sets it, and records every message.</summary>
public sealed class FakeSmtpServer : IDisposable
{
    readonly ConcurrentQueue<ReceivedMail> received = new();
    readonly CancellationTokenSource ending = new();

    public FakeSmtpServer()
    {
        Port = FreePort.Find();
        var services = new ServiceProvider();

        // One object each: the library disposes them at the end of each session.
        services.Add(new Session(this) as IMessageStore);
        services.Add(new Session(this) as IMailboxFilter);
        var options = new SmtpServerOptionsBuilder().ServerName("mail.example")
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port))).Build();
        _ = new SmtpServer.SmtpServer(options, services).StartAsync(ending.Token);
    }

    public int Port { get; }

    /// <summary>The reply to a recipient; null accepts it.</summary>
    public Func<string, SmtpResponse?> OnRecipient { get; set; } = _ => null;

    /// <summary>The reply to a message, which is recorded before.</summary>
    public Func<ReceivedMail, CancellationToken, Task<SmtpResponse>> OnMessage { get; set; } = (_, _) => Task.FromResult(SmtpResponse.Ok);

    /// <summary>In the order in which they came; a snapshot.</summary>
    public IReadOnlyList<ReceivedMail> ReceivedMails => [.. received];

    public void Dispose()
    {
        ending.Cancel();
        ending.Dispose();
    }

    sealed class Session(FakeSmtpServer server) : MessageStore, IMailboxFilter
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            var mail = new ReceivedMail(transaction.From.AsAddress(), [.. transaction.To.Select(to => to.AsAddress())], buffer.ToArray());
            server.received.Enqueue(mail);
            return await server.OnMessage(mail, cancellationToken);
        }

        public Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) =>
            Task.FromResult(true);

        public Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            server.OnRecipient(to.AsAddress()) is { } refusal ? throw new SmtpResponseException(refusal) : Task.FromResult(true);
    }
}
