using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using FollowUp.Application.Ports;

namespace FollowUp.Storage.Tables;

// The outbox of a project. The new due rows are written before the messages and the old ones are deleted after them, in the background. A process that
// stops in between leaves a row that is due too early, never a missing one; see IndexUpdater.
sealed partial class TablesProjects
{
    /// <summary>A message takes up to two rows of a transaction, and the dossier one.</summary>
    const int MaxUpdatesPerTransaction = 40;

    public async ValueTask UpdateMessage(OutboxEntry entry, CancellationToken cancellation)
    {
        if (await FindMessage(entry.Message.ProjectId, entry.Message.Id, cancellation) is not { } stored) return;
        await UpdateMessages([new MessageUpdate(stored, entry)], cancellation);
    }

    public async ValueTask<MailSource> LoadMailSource(string projectId, long seq, bool withTexts, CancellationToken cancellation) =>
        await partition.LoadMailSource(projectId, seq, withTexts, cancellation);

    public async ValueTask UpdateMessages(ImmutableArray<MessageUpdate> updates, CancellationToken cancellation)
    {
        foreach (var group in updates.Chunk(MaxUpdatesPerTransaction)) await UpdateGroup(group, cancellation);
    }

    async Task UpdateGroup(MessageUpdate[] updates, CancellationToken cancellation)
    {
        var project = updates[0].After.Message.ProjectId;
        var number = IndexEntry.GetPartition(project);
        var moved = updates.Select(update => (update.After, Old: IndexRows.GetDueKey(update.Before), New: IndexRows.GetDueKey(update.After)))
            .Where(update => update.Old != update.New).ToList();
        switch (moved.Where(update => update.New is not null).Select(update => IndexRows.DueRow(update.After)).ToList())
        {
            case []:
                break;
            case [var only]:
                await index.Put(only, cancellation);
                break;
            case var added:
                await index.SubmitTransactionAsync(added.Select(IndexRows.Replace), cancellation);
                break;
        }

        if (!await TryWrite(project, updates, keepsMails: true)) await TryWrite(project, updates, keepsMails: false);
        ImmutableArray<string> removed = [.. moved.Select(update => update.Old).OfType<string>()];
        if (!removed.IsEmpty) updater.Enqueue(new IndexChange.OfMessages(project, removed));
    }

    /// <summary>
    /// Writes the messages and their mails in one transaction. With a mail it names the dossier too, without changing it, so that it fails once the
    /// person is erased.
    /// </summary>
    /// <remarks>Not cancelled: a message that was sent and not marked is sent again.</remarks>
    /// <returns>False when nothing was written, as there is no dossier or no such message.</returns>
    async Task<bool> TryWrite(string project, MessageUpdate[] updates, bool keepsMails)
    {
        var rows = updates.Select(update => new TableTransactionAction(TableTransactionActionType.UpdateMerge, OutboxRows.BuildUpdate(update.After), ETag.All)).ToList();
        var mails = keepsMails ? updates.Select(update => update.Mail).OfType<SentMail>().ToList() : [];
        if (mails.Count > 0) rows.Insert(0, new(TableTransactionActionType.UpdateMerge, new TableEntity(Keys.Escape(project), ProjectPartition.DossierRow), ETag.All));
        rows.AddRange(mails.Select(mail => new TableTransactionAction(TableTransactionActionType.UpsertReplace, SentMailRows.BuildRow(project, mail))));
        try
        {
            if (rows is [var only]) await projects.UpdateEntityAsync((TableEntity)only.Entity, ETag.All, TableUpdateMode.Merge, CancellationToken.None);
            else await projects.SubmitTransactionAsync(rows, CancellationToken.None);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return false;
        }
    }
}
