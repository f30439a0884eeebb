namespace FollowUp.Web.InboundMail.Senders;

/// <summary>What is known about whether a message comes from the address in its From.</summary>
enum Authenticity
{
    /// <summary>The configured gateway says nothing, or no gateway is configured.</summary>
    Unknown,

    /// <summary>The configured gateway found the sender authentic.</summary>
    Proven,

    /// <summary>A check failed.</summary>
    Forged,
}
