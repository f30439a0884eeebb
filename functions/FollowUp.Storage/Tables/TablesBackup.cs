using System.Text;
using System.Text.Json;
using Azure.Data.Tables;

namespace FollowUp.Storage.Tables;

/// <summary>
/// Copies the rows of a store for a backup, and writes them into empty tables. The index is not copied: it is rebuilt from the timelines.
/// </summary>
public sealed class TablesBackup
{
    /// <summary>The names of the files: the projects, which are read first, and the records.</summary>
    public const string ProjectsFile = "projects.jsonl";

    /// <inheritdoc cref="ProjectsFile"/>
    public const string RecordsFile = "records.jsonl";

    /// <summary>The version of the rows that this program writes; it reads lower ones too.</summary>
    public const int SupportedVersion = TablesFormat.Current;

    /// <summary>The name of the setting that tells the version, and that a restore is not complete.</summary>
    public const string FormatSetting = TablesFormat.Key;

    const int ProjectsAtOnce = 64;
    const int MaxReads = 20;
    const int MaxBatchBytes = 1 << 20;

    readonly TableClient projects;
    readonly TableClient index;
    readonly TableClient records;
    readonly TablesSettings settings;

    internal TablesBackup(TableClient projects, TableClient index, TableClient records)
    {
        (this.projects, this.index, this.records) = (projects, index, records);
        settings = new TablesSettings(records);
    }

    /// <summary>
    /// Writes all projects, each as it is at one instant, while other processes may write. The records are to be read after them: a person who is newer
    /// than their project is corrected by its next decision, an older one would lack what the project did.
    /// </summary>
    /// <param name="ids">The ids of all projects.</param>
    /// <param name="output">Receives a row a line, as UTF-8.</param>
    /// <param name="cancellation">Cancels between projects.</param>
    /// <exception cref="IOException">A project changes faster than it can be read.</exception>
    public async Task WriteProjects(IAsyncEnumerable<string> ids, Stream output, CancellationToken cancellation = default)
    {
        await using var writer = CreateWriter(output);
        await foreach (var chunk in ids.Chunk(ProjectsAtOnce).WithCancellation(cancellation))
        {
            foreach (var rows in await TableClientExtensions.SelectConcurrently(chunk, id => ReadProject(Keys.Escape(id), cancellation), cancellation))
            {
                await WriteRows(writer, rows);
            }
        }
    }

    /// <summary>Writes all records: staff, providers, persons, settings, keys, complaints, the audit log.</summary>
    public async Task WriteRecords(Stream output, CancellationToken cancellation = default)
    {
        await using var writer = CreateWriter(output);
        await foreach (var page in records.QueryAsync<TableEntity>(cancellationToken: cancellation).AsPages())
        {
            await WriteRows(writer, page.Values);
        }
    }

    /// <summary>Whether the tables have no rows, or only those of a restore that was interrupted.</summary>
    public async Task<bool> MayRestore(CancellationToken cancellation = default) =>
        await TablesFormat.IsRestoring(settings, cancellation)
        || (await IsEmpty(projects, cancellation) && await IsEmpty(index, cancellation) && await IsEmpty(records, cancellation));

    /// <summary>Marks the tables as being restored: until <see cref="Complete"/> no program opens them.</summary>
    public async Task Begin(CancellationToken cancellation = default) => await TablesFormat.MarkRestoring(settings, cancellation);

    /// <summary>Writes rows. May be repeated.</summary>
    /// <param name="file">The name of the file.</param>
    /// <param name="input">The rows.</param>
    /// <param name="cancellation">Cancels between writes.</param>
    /// <exception cref="JsonException">A line is no row.</exception>
    public async Task Restore(string file, Stream input, CancellationToken cancellation = default)
    {
        var table = file == ProjectsFile ? projects : records;
        using var reader = new StreamReader(input, Encoding.UTF8);
        var batch = new List<TableTransactionAction>();
        var bytes = 0L;
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            var row = TablesBackupRow.Read(line);
            if (table == records && row.PartitionKey == TablesSettings.Partition && row.RowKey == TablesFormat.Key)
            {
                continue;
            }

            var size = TableLimits.GetStoredBytes(row);
            if (batch.Count > 0 && (batch[0].Entity.PartitionKey != row.PartitionKey || batch.Count == TableLimits.MaxTransactionRows || bytes + size > MaxBatchBytes))
            {
                await table.SubmitTransactionAsync(batch, cancellation);
                batch.Clear();
                bytes = 0;
            }

            batch.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));
            bytes += size;
        }

        if (batch.Count > 0)
        {
            await table.SubmitTransactionAsync(batch, cancellation);
        }
    }

    /// <summary>Marks the tables as complete.</summary>
    public async Task Complete(CancellationToken cancellation = default) => await TablesFormat.MarkComplete(settings, cancellation);

    /// <summary>Every commit changes the row of the snapshot, so the rows are those of one instant when that row is the same before and after.</summary>
    async Task<IReadOnlyCollection<TableEntity>> ReadProject(string partition, CancellationToken cancellation)
    {
        for (var reads = 0; reads < MaxReads; reads++)
        {
            var before = await projects.Find(partition, StoredVersion.RowKey, cancellation, ["RowKey"]);
            var rows = await projects.All($"PartitionKey eq '{partition}'", cancellation);
            var after = await projects.Find(partition, StoredVersion.RowKey, cancellation, ["RowKey"]);
            if (before?.ETag == after?.ETag)
            {
                return rows;
            }
        }

        throw new IOException("A project changes faster than it can be read. Try again later.");
    }

    static async Task<bool> IsEmpty(TableClient table, CancellationToken cancellation)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(maxPerPage: 2, select: ["PartitionKey", "RowKey"], cancellationToken: cancellation))
        {
            if (row.RowKey != TablesFormat.Key || row.PartitionKey != TablesSettings.Partition)
            {
                return false;
            }
        }

        return true;
    }

    static StreamWriter CreateWriter(Stream output) => new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };

    static async Task WriteRows(StreamWriter writer, IEnumerable<TableEntity> rows)
    {
        foreach (var row in rows)
        {
            await writer.WriteLineAsync(TablesBackupRow.Write(row));
        }
    }
}
