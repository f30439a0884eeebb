using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using FollowUp.Application.Board;
using FollowUp.Application.Serialization;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Tables;

/// <summary>
/// Rows of the board. An event's facts are a property of its row in the project's partition, so they are part of the commit; the index has a row for
/// them by the day of recording, and a row with the sums of each earlier day.
/// </summary>
static class BoardRows
{
    public const string SumsPrefix = "g:";

    public const string FactsPrefix = "f:";

    const string Property = "Facts";

    public static string GetFactsKey(LocalDate recorded) => $"{FactsPrefix}{FormatDay(recorded)}:";

    /// <summary>Adds the facts of an event to its row.</summary>
    public static TableEntity AddTo(TableEntity eventRow, long seq, ImmutableArray<BoardFact> facts)
    {
        ImmutableArray<BoardFact> own = [.. facts.Where(fact => fact.Seq == seq)];
        if (!own.IsEmpty) eventRow[Property] = Write(own);
        return eventRow;
    }

    /// <summary>The rows of the index, one an event.</summary>
    public static IEnumerable<TableEntity> Build(string project, ImmutableArray<BoardFact> facts) => facts.GroupBy(fact => fact.Seq).Select(
        own => new TableEntity(IndexEntry.GetPartition(project), $"{GetFactsKey(own.First().Recorded)}{Keys.Escape(project)}:{Keys.FormatNumber(own.Key)}")
        {
            ["Id"] = project,
            [Property] = Write([.. own]),
        });

    /// <summary>Writes all rows of a project again. A row that is stored already is replaced by the same.</summary>
    public static async Task Write(TableClient index, string project, ImmutableArray<BoardFact> facts, CancellationToken cancellation)
    {
        foreach (var batch in Build(project, facts).Chunk(TableLimits.MaxTransactionRows))
            await index.SubmitTransactionAsync(batch.Select(IndexRows.Replace), cancellation);
    }

    /// <returns>None for a row without facts.</returns>
    public static IEnumerable<BoardFact> Read(TableEntity row) => row.GetString(Property) is { } json ? ReadJson<ImmutableArray<BoardFact>>(json) : [];

    public static TableEntity BuildSums(string partition, LocalDate day, IEnumerable<BoardSum> sums) =>
        new TableEntity(partition, $"{SumsPrefix}{FormatDay(day)}").SetText("Json", JsonSerializer.Serialize(sums.ToArray(), StoredJson.Options));

    public static (LocalDate Day, ImmutableArray<BoardSum> Sums) ReadSums(TableEntity row) =>
        (DayColumn.FromNumber(long.Parse(row.RowKey.AsSpan(SumsPrefix.Length), CultureInfo.InvariantCulture)), ReadJson<ImmutableArray<BoardSum>>(row.GetText("Json")));

    static string Write(ImmutableArray<BoardFact> facts) => JsonSerializer.Serialize(facts, StoredJson.Options);

    static T ReadJson<T>(string json) => JsonSerializer.Deserialize<T>(json, StoredJson.Options) ?? throw new JsonException("Stored facts are never null.");

    static string FormatDay(LocalDate day) => DayColumn.ToNumber(day).ToString("D6", CultureInfo.InvariantCulture);
}
