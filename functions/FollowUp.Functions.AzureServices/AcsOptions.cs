namespace FollowUp.Functions.AzureServices;

/// <summary>The mail service; the settings under <c>Mail</c> (in the environment <c>Mail__Endpoint</c> and so on).</summary>
public sealed record AcsOptions
{
    public const string Section = "Mail";

    /// <summary>The Communication Services resource, as in <c>https://NAME.france.communication.azure.com</c>; entered by managed identity.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The address that mails come from, of a domain that is connected to the resource.</summary>
    public string From { get; init; } = "";

    /// <summary>What the resource may send; raise them here once Azure has raised them.</summary>
    public int PerMinute { get; init; } = 30;

    public int PerHour { get; init; } = 100;

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);
}
