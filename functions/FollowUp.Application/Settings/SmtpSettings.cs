namespace FollowUp.Application.Settings;

/// <summary>The mail server. Without a host, the host's own sender is used.</summary>
public sealed record SmtpSettings
{
    /// <summary>The name of the server.</summary>
    public string? Host { get; init; }

    /// <summary>The port; null for the default of <see cref="Security"/>.</summary>
    public int? Port { get; init; }

    /// <summary><c>tls</c>, <c>starttls</c> or <c>none</c>; null for <c>starttls</c>.</summary>
    public string? Security { get; init; }

    /// <summary>The user name; null for a server that asks for no sign-in.</summary>
    public string? User { get; init; }

    /// <summary>The password.</summary>
    public EncryptedText? Password { get; init; }
}
