using MailKit.Security;

namespace FollowUp.Delivery.Smtp;

/// <summary>
/// The mail server: the settings under <c>Smtp</c> (in the environment <c>Smtp__Host</c> and so on). Without a host, mails are stored in
/// the mailbox.
/// </summary>
public sealed record SmtpOptions
{
    public const string Section = "Smtp";

    public string? Host { get; init; }

    /// <summary>Null for the default port of <see cref="Security"/>: 465 for <c>tls</c>, else 587.</summary>
    public int? Port { get; init; }

    /// <summary>Null or empty for a server that asks for no sign-in.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>
    /// <c>tls</c>: encrypted from the first byte; <c>starttls</c>: encrypted by STARTTLS, or refused; <c>none</c>: not encrypted, for a
    /// server on the same machine.
    /// </summary>
    public string Security { get; init; } = "starttls";

    /// <summary>
    /// Whether the envelope names the mail's own reply address as the sender (RFC 5321, MAIL FROM), so that bounces come to the gateway of the replies.
    /// The server must let its user send for the reply domain. Otherwise bounces go to the sender's address.
    /// </summary>
    public bool BouncesToReplyAddress { get; init; }

    /// <summary>The longest time until the server has begun to receive one mail, connection included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The longest time that the server may take to acknowledge a mail. A client that gives up sooner than the server answers sends the mail
    /// again; RFC 5321 (4.5.3.2.6) asks for ten minutes.
    /// </summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromMinutes(10);

    public bool IsConfigured => !string.IsNullOrWhiteSpace(Host);

    public int PortOrDefault => Port ?? (Security == "tls" ? 465 : 587);

    public SecureSocketOptions SocketOptions => Security switch
    {
        "tls" => SecureSocketOptions.SslOnConnect,
        "none" => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}
