using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using FollowUp.Application;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;

namespace FollowUp.Storage.Tables;

/// <summary>
/// Keeps the index in step with the projects. All rows of a project are in one partition, so each step is one transaction: none of them
/// is ever half a step behind the others.
/// </summary>
sealed class ReadModels(TableClient index, Partition partition)
{
    const int Rounds = 50;
    const int Slice = Room.RowsAtOnce / 2;

    /// <summary>Before a commit: from now on, somebody will look whether the index followed it.</summary>
    public Task Owe(Owing owing, CancellationToken cancellation) => index.Put(owing.Entity, cancellation);

    /// <summary>The commit came to nothing.</summary>
    public Task Forget(Owing owing) => index.Remove(owing.Partition, owing.Row, CancellationToken.None);

    /// <summary>After a commit: from what the index held of the state before to what it holds of the one after.</summary>
    /// <param name="dossier">Where the commit brought one.</param>
    public async Task Follow(Owing owing, Footprint? before, Known after, Project project, ImmutableArray<OutboxMessage> owed, Dossier? dossier)
    {
        // A row that goes to another key takes along what it held of the person.
        var moves = after.Footprint.Queue is { } queue && queue != before?.Queue;
        if (moves && dossier is null && after.Footprint.Person) dossier = await partition.Dossier(project.Id, CancellationToken.None);

        var step = IndexStep.From(before, after.Footprint, project, owed, dossier).Append(IndexRows.Delete(owing.Partition, owing.Row)).ToList();
        if (step.Count >= Room.RowsAtOnce || !await Take(step, before, after))
        {
            await Mend(project.Id, thoroughly: false, CancellationToken.None);
            await Forget(owing);
        }
    }

    /// <summary>Brings the index to where the project now stands, wherever it was.</summary>
    /// <param name="thoroughly">Even where it seems to be there already: every row is written again.</param>
    /// <param name="decided">False where no decision was taken and so nobody was assigned.</param>
    /// <returns>The keys of all rows that the project has in the index; empty when there is no such project.</returns>
    public async Task<ImmutableHashSet<string>> Mend(string project, bool thoroughly, CancellationToken cancellation, bool decided = true)
    {
        for (var round = 0; round < Rounds; round++)
        {
            if (await partition.Snapshot(project, cancellation) is not var (known, state)) return [];
            var standing = (await index.All(Keys.Range(known.Footprint.Partition, Footprint.StandingsOf(project)), cancellation)).FirstOrDefault();
            var messages = await partition.Messages(project, pendingOnly: true, cancellation);
            var rows = known.Footprint.All.Concat(messages.Select(IndexRows.KeyOf)).OfType<string>().ToImmutableHashSet();
            if (standing?.RowKey == known.Footprint.Standing && !thoroughly) return rows;

            var before = standing is null ? null : Footprint.Read(standing.Text("Json"));
            foreach (var left in before?.All.Except(known.Footprint.All) ?? []) await index.Remove(known.Footprint.Partition, left, cancellation);
            var dossier = known.Footprint.Person ? await partition.Dossier(project, cancellation) : null;
            var step = IndexStep.Anew(standing, known.Footprint, state, messages, dossier).ToList();

            // The last ones, links and messages, may well be written before: they tell too early at worst.
            for (; step.Count >= Room.RowsAtOnce; step.RemoveRange(step.Count - Slice, Slice))
                await index.SubmitTransactionAsync(step.GetRange(step.Count - Slice, Slice), CancellationToken.None);

            if (await Take(step, before, known, decided)) return rows;
        }

        throw new InvalidOperationException($"The read models of project {project} are changed by others faster than they can be mended.");
    }

    /// <returns>False, and nothing written, when the index is not where the step starts from.</returns>
    async Task<bool> Take(List<TableTransactionAction> step, Footprint? before, Known after, bool decided = true)
    {
        var counts = Tally.Changes(before, after.Footprint);
        for (var round = 0; round < Rounds; round++)
        {
            var counted = counts ? await Count(before, after, decided) : null;
            try
            {
                await index.SubmitTransactionAsync(counted is null ? step : step.Append(counted), CancellationToken.None);
                return true;
            }
            catch (TableTransactionFailedException failure) when (failure.FailedTransactionActionIndex == step.Count)
            {
                // Somebody else counted another project.
            }
            catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
            {
                return false;
            }
        }

        return false;
    }

    async Task<TableTransactionAction> Count(Footprint? before, Known after, bool decided)
    {
        var (at, project) = (decided ? after.At : (long?)null, after.Footprint);
        var row = await index.Find(project.Partition, Tally.Row, CancellationToken.None);
        var moved = Tally.Read(row).Move(before, project, at).Write(project.Partition);
        return row is null ? IndexRows.Add(moved) : new(TableTransactionActionType.UpdateReplace, moved, row.ETag);
    }
}
