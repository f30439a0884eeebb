using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Text;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="IMailbox"/>
/// <remarks>
/// A mail has a row under its id and three list rows that name it: in the list of all mails, of its address (by a digest), and of its project
/// or of mails without a project. Lists are newest first. One transaction writes or deletes all four rows.
/// </remarks>
sealed class TablesMailbox(TableClient records, ProjectPartition projects, OrdinalGenerator ordinals) : IMailbox
{
    const string Partition = "mail";
    const string NoProjectPrefix = "own:";

    public async ValueTask Put(OutgoingMail mail, Instant at, string from, CancellationToken cancellation)
    {
        // Both numbers sort in reverse, so the newest mail comes first: the time of the mail, then the order of arrival.
        var position = $"{InstantColumn.ToSortableDigits(~InstantColumn.ToNanoseconds(at))}-{OrdinalGenerator.FormatNewestFirst(ordinals.Next())}";
        var row = new TableEntity(Partition, GetRowKey(mail.MessageId))
        {
            ["At"] = InstantColumn.ToNanoseconds(at),
            ["From"] = from,
            ["Lists"] = string.Join(' ', GetListKeys(mail).Select(list => $"{list}{position}")),
        }.SetText("Json", RecordJson.Write(mail));
        try
        {
            await records.SubmitTransactionAsync(
                GetListKeys(mail).Select(list => new TableEntity(Partition, $"{list}{position}") { ["Mail"] = row.RowKey })
                    .Prepend(row).Select(entity => new TableTransactionAction(TableTransactionActionType.Add, entity)),
                cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            // The mail is stored already.
        }

        // Looked at after the write: an erasure removes the mails of a project once more when its dossier is gone.
        if (mail.ProjectId is { } project && await projects.IsErased(project, cancellation)) await Remove(mail.MessageId, cancellation);
    }

    public async ValueTask<ImmutableArray<MailboxEntry>> List(string? to, string? projectId, int limit, CancellationToken cancellation)
    {
        var list = to is not null ? AddressListKey(to) : projectId is not null ? ProjectListKey(projectId) : "all:";
        var mails = ImmutableArray.CreateBuilder<MailboxEntry>();
        await foreach (var page in records.QueryAsync<TableEntity>(Keys.PrefixFilter(Partition, list), cancellationToken: cancellation).AsPages())
        {
            foreach (var batch in page.Values.Chunk(64))
            {
                if (mails.Count >= limit) break;
                var found = await TableClientExtensions.SelectConcurrently(batch, row => records.Find(Partition, row.GetString("Mail"), cancellation), cancellation);
                mails.AddRange(found.OfType<TableEntity>().Select(Read).Where(mail => projectId is null || mail.Mail.ProjectId == projectId));
            }

            if (mails.Count >= limit) break;
        }

        return [.. mails.Take(limit)];
    }

    public async ValueTask<MailboxEntry?> Find(string id, CancellationToken cancellation) =>
        await records.Find(Partition, GetRowKey(id), cancellation) is { } row ? Read(row) : null;

    public async ValueTask Remove(string id, CancellationToken cancellation)
    {
        if (await records.Find(Partition, GetRowKey(id), cancellation) is { } row) await Delete(row, cancellation);
    }

    /// <remarks>Lists are newest first, so the older mails are one range of keys; it is deleted from its end, the oldest mail first.</remarks>
    public async ValueTask<int> DeleteBefore(Instant before, int limit, CancellationToken cancellation)
    {
        var older = Keys.RangeFilter(
            Partition, $"{NoProjectPrefix}{InstantColumn.ToSortableDigits(~InstantColumn.ToNanoseconds(before) + 1)}", KeyPrefix.GetEnd(NoProjectPrefix));
        var deleted = 0;
        foreach (var listed in (await records.All(older, cancellation)).Reverse())
        {
            if (deleted == limit) break;
            if (await records.Find(Partition, listed.GetString("Mail"), cancellation) is not { } row) continue;
            await Delete(row, cancellation);
            deleted++;
        }

        return deleted;
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

    static string[] GetListKeys(OutgoingMail mail) => ["all:", AddressListKey(mail.To), mail.ProjectId is { } project ? ProjectListKey(project) : NoProjectPrefix];

    static string GetRowKey(string message) => $"id:{Keys.Escape(message)}";

    static string ProjectListKey(string project) => $"of:{Keys.Escape(project)}:";

#pragma warning disable CA1308 // Addresses are compared in lower case.
    static string AddressListKey(string address) =>
        $"to:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(MailAddress.Normalize(address))).AsSpan(0, 16))}:";
#pragma warning restore CA1308

    static MailboxEntry Read(TableEntity row) =>
        new(RecordJson.ReadMail(row.GetText("Json")), InstantColumn.FromNanoseconds(row.GetInt64("At") ?? 0), row.GetString("From"));
}
