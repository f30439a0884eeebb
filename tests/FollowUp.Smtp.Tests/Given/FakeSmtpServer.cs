using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace FollowUp.Smtp.Tests.Given;

/// <summary>A mail server on loopback that speaks SMTP as any does, answers as it is told, and keeps every message as it came.</summary>
sealed class FakeSmtpServer : IDisposable
{
    readonly ConcurrentQueue<ReceivedMail> received = new();
    readonly CancellationTokenSource ending = new();

    public FakeSmtpServer()
    {
        Port = FreePort();
        var services = new ServiceProvider();

        // Classes of their own: the library disposes them at the end of each session.
        services.Add(new Session(this) as IMessageStore);
        services.Add(new Session(this) as IMailboxFilter);
        var options = new SmtpServerOptionsBuilder().ServerName("mail.example")
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port))).Build();
        _ = new SmtpServer.SmtpServer(options, services).StartAsync(ending.Token);
    }

    /// <param name="From">The envelope's.</param>
    /// <param name="To">The envelope's.</param>
    public sealed record ReceivedMail(string From, IReadOnlyList<string> To, byte[] Raw)
    {
        public MimeMessage Message { get; } = MimeMessage.Load(new MemoryStream(Raw));
    }

    public int Port { get; }

    /// <summary>What a recipient is answered; null for yes.</summary>
    public Func<string, SmtpResponse?> OnRecipient { get; set; } = _ => null;

    /// <summary>What becomes of a message that was taken down, before its sender hears of it.</summary>
    public Func<ReceivedMail, CancellationToken, Task<SmtpResponse>> OnMessage { get; set; } = (_, _) => Task.FromResult(SmtpResponse.Ok);

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<ReceivedMail> ReceivedMails => [.. received];

    public void Dispose()
    {
        ending.Cancel();
        ending.Dispose();
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    sealed class Session(FakeSmtpServer server) : MessageStore, IMailboxFilter
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            var arrival = new ReceivedMail(transaction.From.AsAddress(), [.. transaction.To.Select(to => to.AsAddress())], buffer.ToArray());
            server.received.Enqueue(arrival);
            return await server.OnMessage(arrival, cancellationToken);
        }

        public Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) =>
            Task.FromResult(true);

        public Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            server.OnRecipient(to.AsAddress()) is { } refusal ? throw new SmtpResponseException(refusal) : Task.FromResult(true);
    }
}
