using System.Collections.Immutable;

namespace FollowUp.Web.Mails.Content;

/// <summary>A table of figures in two columns, with bars where the rows have shares.</summary>
/// <param name="Now">The title of the first column.</param>
/// <param name="Before">The title of the second column.</param>
public sealed record ComparisonTable(string Now, string Before, ImmutableArray<ComparisonRow> Rows) : MailBlock;
