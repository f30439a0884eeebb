namespace FollowUp.Application.Settings;

/// <summary>The identity of mails, and where replies go. A missing value has its default.</summary>
public sealed record MailSettings
{
    /// <summary>The address that mails come from.</summary>
    public string? FromAddress { get; init; }

    /// <summary>The domain of reply addresses, whose mails a gateway brings to <c>POST /inbound-mail</c>.</summary>
    public string? ReplyDomain { get; init; }

    /// <summary>The gateway's name in its <c>Authentication-Results</c> (RFC 8601).</summary>
    public string? AuthenticatedBy { get; init; }
}
