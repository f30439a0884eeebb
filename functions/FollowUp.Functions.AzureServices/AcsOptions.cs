namespace FollowUp.Functions.AzureServices;

/// <summary>The mail service; the settings under <c>Mail</c> (in the environment <c>Mail__Endpoint</c> and so on).</summary>
public sealed record AcsOptions
{
    public const string Section = "Mail";

    /// <summary>The Communication Services resource, as in <c>https://NAME.france.communication.azure.com</c>; the app signs in by managed identity.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The address in From, of a domain that is connected to the resource.</summary>
    public string From { get; init; } = "";

    /// <summary>The mails that the resource accepts in a minute. Raise it after Azure has raised the quota.</summary>
    public int PerMinute { get; init; } = 30;

    /// <summary>The mails that the resource accepts in an hour. Raise it after Azure has raised the quota.</summary>
    public int PerHour { get; init; } = 100;

    /// <summary>The longest time of one attempt.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);
}
