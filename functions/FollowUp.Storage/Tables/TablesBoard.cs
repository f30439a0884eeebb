using System.Collections.Immutable;
using Azure.Data.Tables;
using FollowUp.Application.Board;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="IBoardStore"/>
/// <remarks>
/// The index transaction of a commit adds the row of its facts, under a key that names event and day, so that a repair may add it again. The first reader
/// after a day adds its facts up into one row for each partition, two days later, when repairs of that day are over. So a reader asks each
/// partition for the sums of all earlier days and for the facts of the last days: the number of requests grows with the days, not with the projects.
/// </remarks>
sealed class TablesBoard(TableClient index, IndexUpdater updater) : IBoardStore
{
    /// <summary>Days before the newest recorded one whose facts are not added up for good.</summary>
    const int OpenDays = 2;

    /// <summary>The longest time from a relaunch to its answer that the list of projects looks for.</summary>
    const int MaxAnswerDays = 120;

    const int DaysPerRead = 7;

    public async ValueTask<ImmutableArray<BoardSum>> GetSums(LocalDate from, LocalDate to, CancellationToken cancellation)
    {
        await updater.Drain();
        var sums = await Task.WhenAll(IndexEntry.Partitions.Select(partition => ReadPartition(partition, cancellation)));
        return [.. sums.SelectMany(part => part).Where(sum => IsState(sum.Cell) || (from <= sum.Cell.Day && sum.Cell.Day <= to))];
    }

    /// <remarks>
    /// Reads the days from the newest on, a week at a time, until the list is full: what is taken back was recorded after what it takes back, so the
    /// count of a project only grows on the way.
    /// </remarks>
    public async ValueTask<ImmutableArray<BoardProject>> FindProjects(BoardFactFilter filter, int skip, int limit, CancellationToken cancellation)
    {
        await updater.Drain();
        var found = new Dictionary<string, BoardProject>(StringComparer.Ordinal);
        var end = filter.To.PlusDays(filter.Kind == BoardFactKind.RelaunchAnswered ? MaxAnswerDays : 1);
        for (; end >= filter.From && found.Values.Count(project => project.Count > 0) < skip + limit; end = end.PlusDays(-DaysPerRead))
        {
            var first = LocalDate.Max(filter.From, end.PlusDays(1 - DaysPerRead));
            var rows = await Task.WhenAll(IndexEntry.Partitions.Select(partition => index.All(
                Keys.RangeFilter(partition, BoardRows.GetFactsKey(first), BoardRows.GetFactsKey(end.PlusDays(1))), cancellation)));
            foreach (var row in rows.SelectMany(part => part)) AddMatches(found, row.GetString("Id"), BoardRows.Read(row).Where(fact => filter.Includes(fact.Cell)));
        }

        return
        [
            .. found.Values.Where(project => project.Count > 0).OrderByDescending(project => project.Day).ThenBy(project => project.Id, StringComparer.Ordinal)
                .Skip(skip).Take(limit),
        ];
    }

    /// <remarks>The service returns the queue rows that are due, for all staff members at once.</remarks>
    public async ValueTask<ImmutableArray<DueCount>> CountDue(IReadOnlyList<string?> staff, Instant now, Instant until, CancellationToken cancellation)
    {
        await updater.Drain();
        var rows = await Task.WhenAll(IndexEntry.Partitions.Select(partition => index.All(
            $"{Keys.PrefixFilter(partition, "q:")} and DueAt lt {InstantColumn.ToNanoseconds(until)}L", cancellation)));
        var due = rows.SelectMany(part => part)
            .Select(row => (row.RowKey, IndexRows.ReadQueue(row).Project.Next)).Where(row => row.Next?.Kind is ActionKind.Call or ActionKind.Approve)
            .ToLookup(row => row.RowKey[..(row.RowKey.LastIndexOf(':') + 1)], row => row.Next!.DueAt < now);
        return
        [
            .. staff.Select(staffId => due[IndexEntry.QueuePrefix(staffId)].ToList())
                .Select(own => new DueCount(own.Count(isOverdue => isOverdue), own.Count(isOverdue => !isOverdue))),
        ];
    }

    public async ValueTask Clear(CancellationToken cancellation)
    {
        await updater.Drain();
        await RemoveRows(BoardRows.FactsPrefix, cancellation);
        await RemoveRows(BoardRows.SumsPrefix, cancellation);
    }

    public async ValueTask AddUp(CancellationToken cancellation)
    {
        await RemoveRows(BoardRows.SumsPrefix, cancellation);
        foreach (var partition in IndexEntry.Partitions) await ReadPartition(partition, cancellation);
    }

    static bool IsState(BoardCell cell) => IsState(cell.Kind);

    static bool IsState(BoardFactKind kind) => kind is BoardFactKind.Open or BoardFactKind.Waiting;

    static void AddMatches(Dictionary<string, BoardProject> found, string project, IEnumerable<BoardFact> facts)
    {
        foreach (var fact in facts)
        {
            var known = found.GetValueOrDefault(project, new BoardProject(project, fact.Cell.Day, 0));
            found[project] = known with { Count = known.Count + fact.Count, Day = LocalDate.Max(known.Day, fact.Cell.Day) };
        }
    }

    /// <summary>All sums of a partition, by day of recording. Adds up the days that are over.</summary>
    async Task<ImmutableArray<BoardSum>> ReadPartition(string partition, CancellationToken cancellation)
    {
        var days = (await index.All(Keys.PrefixFilter(partition, BoardRows.SumsPrefix), cancellation)).Select(BoardRows.ReadSums).ToList();
        var next = days.Count == 0 ? BoardRows.FactsPrefix : BoardRows.GetFactsKey(days.Max(day => day.Day).PlusDays(1));
        var facts = (await index.All(Keys.RangeFilter(partition, next, KeyPrefix.GetEnd(BoardRows.FactsPrefix)), cancellation)).SelectMany(BoardRows.Read)
            .GroupBy(fact => fact.Recorded).OrderBy(day => day.Key).Select(day => (Day: day.Key, Sums: AddUp(day))).ToList();
        foreach (var (day, sums) in facts.Where(day => day.Day <= facts[^1].Day.PlusDays(-OpenDays)))
            await index.Put(BoardRows.BuildSums(partition, day, sums), cancellation);
        return [.. days.SelectMany(day => day.Sums), .. facts.SelectMany(day => day.Sums)];
    }

    static ImmutableArray<BoardSum> AddUp(IEnumerable<BoardFact> facts) =>
        [.. facts.GroupBy(fact => fact.Cell).Select(same => new BoardSum(same.Key, same.Sum(fact => fact.Count), same.Sum(fact => fact.Cents)))];

    async Task RemoveRows(string prefix, CancellationToken cancellation)
    {
        foreach (var partition in IndexEntry.Partitions)
        {
            var rows = await index.All(Keys.PrefixFilter(partition, prefix), cancellation, ["PartitionKey", "RowKey"]);
            foreach (var batch in rows.Chunk(TableLimits.MaxTransactionRows))
                await index.SubmitTransactionAsync(batch.Select(row => IndexRows.Delete(partition, row.RowKey)), cancellation);
        }
    }
}
