namespace FollowUp.Web.FirstStart;

/// <summary>Settings of the first start; bound from the section <c>Setup</c>.</summary>
public sealed class SetupOptions
{
    public const string Section = "Setup";

    /// <summary>
    /// SHA-256 in hex of a token that opens the set-up page while the department has no manager. A deployment sets it, and prints the address with the
    /// token. Empty for none.
    /// </summary>
    public string TokenHash { get; set; } = "";
}
