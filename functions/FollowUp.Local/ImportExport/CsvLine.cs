namespace FollowUp.Local.ImportExport;

/// <summary>A line of a CSV file that is not empty.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Cells">The cells, without white space around them.</param>
/// <param name="Fault">What is wrong with its quotes; null when nothing is.</param>
sealed record CsvLine(long Number, IReadOnlyList<string> Cells, string? Fault)
{
    /// <summary>What is wrong with the form of the line.</summary>
    /// <param name="columns">The number of columns.</param>
    /// <param name="separator">The separator of the file.</param>
    public IEnumerable<string> FindFaults(int columns, char separator)
    {
        if (Fault is not null)
        {
            yield return Fault;
        }

        if (Cells.Skip(columns).Any(cell => cell.Length > 0))
        {
            yield return $"{Cells.Count} cells, {columns} columns: a cell with '{separator}' in it stands in quotes";
        }
    }
}
