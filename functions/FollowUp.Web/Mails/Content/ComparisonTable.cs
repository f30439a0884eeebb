using System.Collections.Immutable;

namespace FollowUp.Web.Mails.Content;

/// <summary>Figures beside those that they are compared with, each with a bar as long as it is large.</summary>
/// <param name="Now">What the first column is.</param>
/// <param name="Before">What the second one is.</param>
public sealed record ComparisonTable(string Now, string Before, ImmutableArray<ComparisonRow> Rows) : MailBlock;

/// <param name="Value">As it is read.</param>
/// <param name="Share">The length of the bar, 0 to 1; null for none.</param>
public sealed record ComparisonRow(string Name, string Value, string Before, double? Share = null, double? ShareBefore = null);
