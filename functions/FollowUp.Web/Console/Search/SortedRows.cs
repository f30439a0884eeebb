using FollowUp.Application.Ports;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Web.Console.Search;

/// <summary>
/// Collects the first rows of an order, so that a long list costs the memory of the page that is shown. A row that is added twice counts once.
/// </summary>
/// <param name="sort">The order; rows that it does not tell apart are ordered by number.</param>
/// <param name="capacity">How many rows are kept.</param>
sealed class SortedRows(ProjectSort sort, int capacity)
{
    readonly SortedSet<Entry> first = [];
    readonly HashSet<string> ids = new(StringComparer.Ordinal);

    /// <summary>How many rows were added.</summary>
    public int Count => ids.Count;

    /// <summary>The kept rows, in order.</summary>
    public IEnumerable<ProjectListItem> Rows => first.Select(entry => entry.Row);

    public void Add(ProjectListItem row)
    {
        if (!ids.Add(row.Project.Id))
        {
            return;
        }

        first.Add(CreateEntry(row));
        if (first.Count > capacity)
        {
            first.Remove(first.Max);
        }
    }

    Entry CreateEntry(ProjectListItem row) => sort switch
    {
        ProjectSort.Number => new(0, "", row),
        ProjectSort.Title => new(0, TextFold.Fold(row.Title ?? row.Project.Id), row),
        ProjectSort.NextAction => new((row.Project.Next?.DueAt ?? Instant.MaxValue).ToUnixTimeTicks(), "", row),
        ProjectSort.Submitted => new(-row.Project.SubmittedAt.ToUnixTimeTicks(), "", row),
        ProjectSort.SignOfLife => new(-row.Project.LastSignOfLife.ToUnixTimeTicks(), "", row),
        _ => throw new System.Diagnostics.UnreachableException($"No rule for {sort}."),
    };

    readonly record struct Entry(long Number, string Text, ProjectListItem Row) : IComparable<Entry>
    {
        public int CompareTo(Entry other)
        {
            var order = Number.CompareTo(other.Number);
            order = order != 0 ? order : string.CompareOrdinal(Text, other.Text);
            return order != 0 ? order : string.CompareOrdinal(Row.Project.Id, other.Row.Project.Id);
        }
    }
}
