namespace FollowUp.Application.Settings;

/// <summary>The keys by which other systems enter. Each has a name under which it is stored.</summary>
public enum AccessKeyKind
{
    /// <summary>The website's key of the API.</summary>
    Website,

    /// <summary>The mail gateway's key of <c>POST /inbound-mail</c>.</summary>
    InboundMail,
}
