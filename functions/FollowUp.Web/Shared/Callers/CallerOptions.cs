namespace FollowUp.Web.Shared.Callers;

/// <summary>The settings under <c>Caller</c>: where the network address of a caller stands behind a proxy.</summary>
public sealed class CallerOptions
{
    public const string Section = "Caller";

    /// <summary>
    /// The header into which the proxy writes the address, such as <c>X-Forwarded-For</c>. Null: no header is believed. Name one only where every request comes through the
    /// proxy, and the proxy replaces or lengthens what the caller sent under this name.
    /// </summary>
    public string? Header { get; set; }

    /// <summary>
    /// Which address of the header is the caller's, counted from its end: 1 is the one that the nearest proxy wrote. What stands before it is the caller's own claim.
    /// </summary>
    public int Hop { get; set; } = 1;
}
