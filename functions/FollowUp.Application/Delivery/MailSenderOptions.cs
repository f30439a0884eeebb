namespace FollowUp.Application.Delivery;

/// <summary>The sender of every mail: a setting under <c>Mail</c> (in the environment <c>Mail__FromAddress</c>).</summary>
public sealed class MailSenderOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Mail";

    /// <summary>Stands for a missing setting: no mail can come from this reserved domain (RFC 2606).</summary>
    public const string DefaultFromAddress = "suivi@followup.example";

    /// <summary>The address in From. Its domain names the Message-IDs.</summary>
    public string FromAddress { get; set; } = DefaultFromAddress;
}
