using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="IMailbox"/>
/// <remarks>
/// A mail stands under its id; lists of all, of an address (by a digest of it), and of a project or of the department itself name it, newest
/// first. All of that is written, and goes, in one transaction.
/// </remarks>
sealed class TablesMailbox(TableClient records, OrdinalGenerator ordinals) : IMailbox
{
    const string Partition = "mail";
    const string OfNoProject = "own:";

    public async ValueTask Put(OutgoingMail mail, Instant at, string from, CancellationToken cancellation)
    {
        var place = $"{InstantColumn.ToSortableDigits(~InstantColumn.ToNanoseconds(at))}-{OrdinalGenerator.FormatNewestFirst(ordinals.Next())}";
        var row = new TableEntity(Partition, IdOf(mail.MessageId))
        {
            ["At"] = InstantColumn.ToNanoseconds(at),
            ["From"] = from,
            ["Lists"] = string.Join(' ', GetListKeys(mail).Select(list => $"{list}{place}")),
        }.SetText("Json", RecordJson.Write(mail));
        try
        {
            await records.SubmitTransactionAsync(
                GetListKeys(mail).Select(list => new TableEntity(Partition, $"{list}{place}") { ["Mail"] = row.RowKey })
                    .Prepend(row).Select(entity => new TableTransactionAction(TableTransactionActionType.Add, entity)),
                cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            // It is kept already.
        }
    }

    public async ValueTask<ImmutableArray<MailboxEntry>> List(string? to, string? projectId, int limit, CancellationToken cancellation)
    {
        var list = to is not null ? AddressListKey(to) : projectId is not null ? ProjectListKey(projectId) : "all:";
        var kept = ImmutableArray.CreateBuilder<MailboxEntry>();
        await foreach (var page in records.QueryAsync<TableEntity>(Keys.PrefixFilter(Partition, list), cancellationToken: cancellation).AsPages())
        {
            foreach (var some in page.Values.Chunk(64))
            {
                if (kept.Count >= limit) break;
                var mails = await TableClientExtensions.SelectConcurrently(some, row => records.Find(Partition, row.GetString("Mail"), cancellation), cancellation);
                kept.AddRange(mails.OfType<TableEntity>().Select(Read).Where(mail => projectId is null || mail.Mail.ProjectId == projectId));
            }

            if (kept.Count >= limit) break;
        }

        return [.. kept.Take(limit)];
    }

    public async ValueTask<MailboxEntry?> Find(string id, CancellationToken cancellation) =>
        await records.Find(Partition, IdOf(id), cancellation) is { } row ? Read(row) : null;

    public async ValueTask Remove(string id, CancellationToken cancellation)
    {
        if (await records.Find(Partition, IdOf(id), cancellation) is { } row) await Delete(row, cancellation);
    }

    /// <remarks>A list names the newest first, so that what is older stands behind, and the oldest last.</remarks>
    public async ValueTask<int> DeleteBefore(Instant before, int limit, CancellationToken cancellation)
    {
        var older = Keys.RangeFilter(
            Partition, $"{OfNoProject}{InstantColumn.ToSortableDigits(~InstantColumn.ToNanoseconds(before) + 1)}", Keys.GetPrefixEnd(OfNoProject));
        var forgotten = 0;
        foreach (var listed in (await records.All(older, cancellation)).Reverse())
        {
            if (forgotten == limit) break;
            if (await records.Find(Partition, listed.GetString("Mail"), cancellation) is not { } row) continue;
            await Delete(row, cancellation);
            forgotten++;
        }

        return forgotten;
    }

    /// <summary>Deletes every mail of a project.</summary>
    public async Task Erase(string projectId, CancellationToken cancellation)
    {
        foreach (var listed in await records.All(Keys.PrefixFilter(Partition, ProjectListKey(projectId)), cancellation))
        {
            if (await records.Find(Partition, listed.GetString("Mail"), cancellation) is not { } row) continue;
            await Delete(row, cancellation);
        }
    }

    async Task Delete(TableEntity row, CancellationToken cancellation) => await records.SubmitTransactionAsync(
        row.GetString("Lists").Split(' ').Prepend(row.RowKey).Select(key => IndexRows.Delete(Partition, key)), cancellation);

    static string[] GetListKeys(OutgoingMail mail) => ["all:", AddressListKey(mail.To), mail.ProjectId is { } project ? ProjectListKey(project) : OfNoProject];

    static string IdOf(string message) => $"id:{Keys.Escape(message)}";

    static string ProjectListKey(string project) => $"of:{Keys.Escape(project)}:";

#pragma warning disable CA1308 // Addresses are compared in lower case.
    static string AddressListKey(string address) =>
        $"to:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.ToLowerInvariant())).AsSpan(0, 16))}:";
#pragma warning restore CA1308

    static MailboxEntry Read(TableEntity row) =>
        new(RecordJson.ReadMail(row.GetText("Json")), InstantColumn.FromNanoseconds(row.GetInt64("At") ?? 0), row.GetString("From"));
}
