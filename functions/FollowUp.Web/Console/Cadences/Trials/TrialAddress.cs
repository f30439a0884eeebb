namespace FollowUp.Web.Console.Cadences.Trials;

/// <summary>The addresses of trials.</summary>
static class TrialAddress
{
    public const string All = $"{ConsoleAddresses.Cadence}/trials";

    public static string Of(string id) => $"{All}/{Uri.EscapeDataString(id)}";

    /// <summary>The form of the cadence, filled with that of a trial.</summary>
    public static string Form(string id) => $"{ConsoleAddresses.Cadence}?trial={Uri.EscapeDataString(id)}";
}
