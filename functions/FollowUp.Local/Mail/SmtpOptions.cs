using FollowUp.Local.CommandLine;
using MailKit.Security;

namespace FollowUp.Local.Mail;

/// <summary>
/// The mail server, from the settings under <c>Smtp</c> (in the environment <c>Smtp__Host</c> and so on). Without a host, mails stay in the
/// mailbox.
/// </summary>
public sealed record SmtpOptions
{
    public const string Section = "Smtp";

    /// <summary>The domain of this address names the Message-IDs, and answers come to it.</summary>
    const string FromSetting = "Mail:FromAddress";

    public string? Host { get; init; }

    /// <summary>By default the one that <see cref="Security"/> goes with: 465 for <c>tls</c>, else 587.</summary>
    public int? Port { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>
    /// <c>tls</c>: encrypted from the start; <c>starttls</c>: encrypted before anything is said; <c>none</c>: a server on this machine.
    /// </summary>
    public string Security { get; init; } = "starttls";

    /// <summary>How long one mail may take until it is on its way, the connection included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long the server may take to say that it has the mail. Whoever gives up sooner than it answers sends the mail again and again: RFC
    /// 5321 (4.5.3.2.6) asks for ten minutes.
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

    /// <exception cref="BadArgumentException">A setting is missing or not understood; the message names it.</exception>
    public static SmtpOptions Read(IConfiguration configuration)
    {
        SmtpOptions options;
        try
        {
            options = configuration.GetSection(Section).Get<SmtpOptions>() ?? new SmtpOptions();
        }
        catch (InvalidOperationException)
        {
            throw new BadArgumentException("Smtp__Port is not a number, or Smtp__Timeout or Smtp__AnswerTimeout no time such as 00:00:30.");
        }

        if (!options.IsConfigured)
        {
            return options;
        }

        if (options.Security is not ("tls" or "starttls" or "none"))
        {
            throw new BadArgumentException($"Smtp__Security is '{options.Security}': expected tls, starttls or none.");
        }

        ValidateTimeout("Smtp__Timeout", options.Timeout);
        ValidateTimeout("Smtp__AnswerTimeout", options.AnswerTimeout);

        return MimeKit.MailboxAddress.TryParse(configuration[FromSetting], out _)
            ? options
            : throw new BadArgumentException("Mail__FromAddress is missing or no mail address: mails must come from somewhere.");
    }

    static void ValidateTimeout(string name, TimeSpan time)
    {
        if (time < TimeSpan.FromMilliseconds(1) || time > TimeSpan.FromHours(1))
        {
            throw new BadArgumentException($"{name} must be a time between 00:00:00.001 and 01:00:00.");
        }
    }
}
