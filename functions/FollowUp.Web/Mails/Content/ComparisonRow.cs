namespace FollowUp.Web.Mails.Content;

/// <param name="Value">The formatted figure of the first column.</param>
/// <param name="Before">The formatted figure of the second column.</param>
/// <param name="Share">The length of the first column's bar, 0 to 1; null for no bar.</param>
/// <param name="ShareBefore">The length of the second column's bar, 0 to 1; null for no bar.</param>
public sealed record ComparisonRow(string Name, string Value, string Before, double? Share = null, double? ShareBefore = null);
