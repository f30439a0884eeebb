using System.Collections.Immutable;
using System.Security.Cryptography;
using Azure.Data.Tables;
using FollowUp.Application.Integrity;
using FollowUp.Application.Ports;
using FollowUp.Application.Shared;
using FollowUp.Domain.Text;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="IAuditLog"/>
/// <remarks>
/// An entry of a project has two rows: one in the list of all entries, one in the list of its project. Both lists are newest first. Each process writes a
/// chain of its own, whose newest entry is in a row beside it: one chain of all processes would make them wait for each other.
/// </remarks>
sealed class TablesAuditLog(TableClient records, OrdinalGenerator ordinals) : IAuditLog, IDisposable
{
    const string Partition = "audit";
    const string All = "all:";
    const string OfProjects = "of:";
    const string Chains = "chain:";

    static readonly Duration MaxLag = Duration.FromDays(1);

    readonly SemaphoreSlim gate = new(1, 1);
    AuditHead head = CreateChain();

    public async ValueTask Write(AuditEntry entry, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            var next = new AuditHead(head.Chain, head.Number + 1, AuditChain.Hash(head.Hash, entry));

            // Not cancelled: a caller that hangs up would leave open whether the entry was written, and begin another chain.
            await records.SubmitTransactionAsync(BuildRows(entry, next), CancellationToken.None);
            head = next;
        }
        catch
        {
            // Whether the entry was written is not known. It ends its chain, and the next one begins another.
            head = CreateChain();
            throw;
        }
        finally
        {
            gate.Release();
        }
    }

    List<TableTransactionAction> BuildRows(AuditEntry entry, AuditHead next)
    {
        var position = OrdinalGenerator.FormatNewestFirst(ordinals.Next());

        // The hash separates different entries that two processes write in the same 100 ns.
        var key = $"{position}-{StableHash.ComputeUInt32(entry.ToString()):x8}";
        var chain = new TableEntity(Partition, $"{Chains}{next.Chain}") { ["Number"] = next.Number, ["Hash"] = next.Hash };
        List<TableTransactionAction> rows =
        [
            new(TableTransactionActionType.UpsertReplace, Row($"{All}{key}", entry, next, head.Hash)),
            new(TableTransactionActionType.UpsertMerge, chain),
        ];
        if (entry.ProjectId is { } project) rows.Add(new(TableTransactionActionType.UpsertReplace, Row($"{ProjectPrefix(project)}{key}", entry, next, head.Hash)));
        return rows;
    }

    public ValueTask<ImmutableArray<AuditEntry>> Read(string? projectId, int limit, CancellationToken cancellation) =>
        Query(Keys.PrefixFilter(Partition, projectId is null ? All : ProjectPrefix(projectId)), limit, cancellation);

    /// <remarks>The service looks through the whole list, and returns the entries that match.</remarks>
    public ValueTask<ImmutableArray<AuditEntry>> ReadBy(string by, string what, int limit, CancellationToken cancellation) =>
        Query($"{Keys.PrefixFilter(Partition, All)} and {TableClient.CreateQueryFilter($"By eq {by} and What eq {what}")}", limit, cancellation);

    async ValueTask<ImmutableArray<AuditEntry>> Query(string filter, int limit, CancellationToken cancellation)
    {
        var entries = ImmutableArray.CreateBuilder<AuditEntry>();
        await foreach (var row in records.QueryAsync<TableEntity>(filter, Math.Clamp(limit, 1, 1000), cancellationToken: cancellation))
        {
            if (entries.Count >= limit) break;
            entries.Add(ReadEntry(row));
        }

        return entries.ToImmutable();
    }

    /// <remarks>
    /// The keys hold the time of writing, so that the service reads the rows of the period alone, whatever the size of the log. An entry is written within
    /// <see cref="MaxLag"/> of its time.
    /// </remarks>
    public async ValueTask<ImmutableArray<AuditCount>> Count(Instant from, Instant until, CancellationToken cancellation)
    {
        var counts = new Dictionary<(string Role, string What, string Code), int>();
        var (newest, oldest) = (FormatKey(until + MaxLag), FormatKey(from - MaxLag));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {newest} and RowKey lt {oldest}")
            + $" and At ge {InstantColumn.ToNanoseconds(from)}L and At lt {InstantColumn.ToNanoseconds(until)}L";
        await foreach (var row in records.QueryAsync<TableEntity>(filter, 1000, ["Role", "What", "Code"], cancellation))
        {
            var key = (row.GetString("Role"), row.GetString("What"), row.GetString("Code"));
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        return [.. counts.Select(count => new AuditCount(count.Key.Role, count.Key.What, count.Key.Code, count.Value))];
    }

    /// <remarks>A chain of which all entries have expired is left out.</remarks>
    public async ValueTask<ImmutableArray<AuditHead>> GetHeads(CancellationToken cancellation) =>
        [.. from chain in await LoadChains(cancellation) where chain.Number > chain.Expired select new AuditHead(chain.Id, chain.Number, chain.Hash)];

    public async ValueTask<AuditReport> Verify(ImmutableArray<AuditHead> anchored, CancellationToken cancellation)
    {
        var chains = (await LoadChains(cancellation)).ToDictionary(chain => chain.Id);
        var faults = ImmutableArray.CreateBuilder<LocalizedText>();
        var found = new Dictionary<string, List<Link>>();
        var ofProjects = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in records.QueryAsync<TableEntity>(Keys.PrefixFilter(Partition, OfProjects), cancellationToken: cancellation))
        {
            ofProjects.Add(row.RowKey);
            if (IsChanged(row)) faults.Add(AuditChain.DescribeBroken(ReadEntry(row)));
        }

        var entries = 0L;
        await foreach (var row in records.QueryAsync<TableEntity>(Keys.PrefixFilter(Partition, All), cancellationToken: cancellation))
        {
            entries++;
            var entry = ReadEntry(row);
            if (IsChanged(row)) faults.Add(AuditChain.DescribeBroken(entry));
            if (entry.ProjectId is { } project && !ofProjects.Remove($"{ProjectPrefix(project)}{row.RowKey[All.Length..]}"))
                faults.Add(AuditChain.DescribeBroken(entry));
            if (row.GetString("Chain") is not { } chain) continue;
            if (!found.TryGetValue(chain, out var links)) found[chain] = links = [];
            links.Add(new Link(row.GetInt64("Number") ?? 0, row.GetString("Before"), row.GetString("Hash"), entry));
        }

        // What is left is in the list of a project alone: its row in the list of all was deleted.
        faults.AddRange(ofProjects.Select(key => new LocalizedText(
            $"l’entrée {key} manque dans le journal et reste dans la liste de son projet", $"the entry {key} is missing in the log and left in the list of its project")));
        faults.AddRange(from links in found where !chains.ContainsKey(links.Key) select AuditChain.DescribeBroken(links.Value[0].Entry));
        foreach (var chain in chains.Values) faults.AddRange(FindFaults(chain, found.GetValueOrDefault(chain.Id) ?? []));
        faults.AddRange(
            from anchor in anchored
            where chains.GetValueOrDefault(anchor.Chain) is not { } chain || (anchor.Number > chain.Expired
                && found.GetValueOrDefault(anchor.Chain)?.Exists(link => link.Number == anchor.Number && link.Hash == anchor.Hash) != true)
            select AuditChain.DescribeMissing(anchor));
        return new AuditReport(entries, faults.ToImmutable());
    }

    static IEnumerable<LocalizedText> FindFaults(ChainRow chain, List<Link> links)
    {
        var (number, before) = (chain.Expired, chain.ExpiredHash);
        foreach (var link in links.Where(link => link.Number > chain.Expired).OrderBy(link => link.Number))
        {
            // Other processes write while this reads: what is newer than the chain's row was is not compared with it.
            if (link.Number != number + 1 || link.Before != before) yield return AuditChain.DescribeBroken(link.Entry);
            (number, before) = (link.Number, link.Hash);
        }

        if (number < chain.Number) yield return AuditChain.EndMissing;
    }

    static bool IsChanged(TableEntity row) =>
        row.GetString("Chain") is not null && AuditChain.Hash(row.GetString("Before"), ReadEntry(row)) != row.GetString("Hash");

    async Task<List<ChainRow>> LoadChains(CancellationToken cancellation) =>
    [
        .. (await records.All(Keys.PrefixFilter(Partition, Chains), cancellation)).Select(row => new ChainRow(
            row.RowKey[Chains.Length..], row.GetInt64("Number") ?? 0, row.GetString("Hash"), row.GetInt64("Expired") ?? 0, row.GetString("ExpiredHash") ?? "")),
    ];

    /// <remarks>
    /// Reads the whole list, because the time of an entry may differ from the time in its key. How far a chain has expired is written before its rows are
    /// deleted: what a crash leaves of them is ignored.
    /// </remarks>
    public async ValueTask<int> DeleteBefore(Instant before, int limit, CancellationToken cancellation)
    {
        var filter = $"{Keys.PrefixFilter(Partition, All)} and At lt {InstantColumn.ToNanoseconds(before)}L";
        var old = new List<TableEntity>();
        await foreach (var row in records.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (old.Count == limit) break;
            old.Add(row);
        }

        // The list is newest first: a limit or a crash leaves older entries to a later call, which must not lower the number again.
        var expired = old.Count == 0 ? [] : (await LoadChains(cancellation)).ToDictionary(chain => chain.Id, chain => chain.Expired);
        foreach (var newest in old.Where(row => row.GetString("Chain") is not null).GroupBy(row => row.GetString("Chain"))
            .Select(chain => chain.MaxBy(row => row.GetInt64("Number"))!)
            .Where(row => row.GetInt64("Number") > expired.GetValueOrDefault(row.GetString("Chain"))))
        {
            var chain = new TableEntity(Partition, $"{Chains}{newest.GetString("Chain")}")
            {
                ["Expired"] = newest.GetInt64("Number"), ["ExpiredHash"] = newest.GetString("Hash"),
            };
            await records.UpsertEntityAsync(chain, TableUpdateMode.Merge, cancellation);
        }

        foreach (var row in old)
        {
            if (row.GetString("Project") is { } project)
                await records.Remove(Partition, $"{ProjectPrefix(project)}{row.RowKey[All.Length..]}", cancellation);
            await records.Remove(Partition, row.RowKey, cancellation);
        }

        return old.Count;
    }

    public void Dispose() => gate.Dispose();

    /// <summary>The key of what is written at an instant; those before it come after it.</summary>
    static string FormatKey(Instant at) => $"{All}{OrdinalGenerator.FormatNewestFirst(at.ToDateTimeUtc().Ticks)}";

    static AuditHead CreateChain() => new(RandomNumberGenerator.GetHexString(16, lowercase: true), 0, "");

    static string ProjectPrefix(string project) => $"{OfProjects}{Keys.Escape(project)}:";

    static AuditEntry ReadEntry(TableEntity row) => new(
        InstantColumn.FromNanoseconds(row.GetInt64("At") ?? 0), row.GetString("Project"), row.GetString("Role"), row.GetString("By"),
        row.GetString("What"), row.GetString("Code"));

    static TableEntity Row(string key, AuditEntry entry, AuditHead link, string before)
    {
        var row = new TableEntity(Partition, key)
        {
            ["At"] = InstantColumn.ToNanoseconds(entry.At),
            ["Role"] = entry.Role,
            ["By"] = entry.By,
            ["What"] = entry.What,
            ["Code"] = entry.Code,
            ["Chain"] = link.Chain,
            ["Number"] = link.Number,
            ["Before"] = before,
            ["Hash"] = link.Hash,
        };
        if (entry.ProjectId is not null) row["Project"] = entry.ProjectId;
        return row;
    }

    sealed record ChainRow(string Id, long Number, string Hash, long Expired, string ExpiredHash);

    sealed record Link(long Number, string Before, string Hash, AuditEntry Entry);
}
