using System.Collections.Immutable;
using FollowUp.Local.CommandLine;

namespace FollowUp.Local.ImportExport;

/// <summary>The columns of a CSV file. Columns without a name at the end, which spreadsheets leave, are none.</summary>
sealed class CsvHeader
{
    /// <exception cref="BadArgumentException">A column is unknown or stands twice, or there is none.</exception>
    public CsvHeader(IReadOnlyList<string> names)
    {
        Names = [.. names.Select(Trim).Reverse().SkipWhile(name => name.Length == 0).Reverse()];
        if (Names.IsEmpty)
        {
            throw new BadArgumentException("FILE: the first line names no columns.");
        }

        if (Names.Where(name => name.Length > 0).GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new BadArgumentException($"FILE: the column '{twice.Key}' stands {twice.Count()} times.");
        }

        Columns = [.. Names.Select(FindColumn)];
    }

    /// <summary>The names as they stand in the file; empty for a column without a name.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>What each column is; null for one without a name and for one of a project's state.</summary>
    public IReadOnlyList<SubmissionColumn?> Columns { get; }

    /// <summary>Whether <c>export</c> wrote the file: only it writes the state of projects.</summary>
    public bool IsExport => Names.Any(IsState);

    /// <summary>Without white space and the invisible characters that web pages and joined files leave.</summary>
    public static string Trim(string name) => name.Trim().Trim('\u200b', '\ufeff').Trim();

    public static bool IsKnown(string name) => IsState(name) || SubmissionColumn.Find(name) is not null;

    static bool IsState(string name) => name.StartsWith(StateColumns.Prefix, StringComparison.OrdinalIgnoreCase);

    static SubmissionColumn? FindColumn(string name) => name.Length == 0 || IsState(name) ? null
        : SubmissionColumn.Find(name) ?? throw new BadArgumentException(
            $"FILE: the column '{name}' is not known. Known are: {string.Join(", ", SubmissionColumn.All.Select(c => c.Path))}.");
}
