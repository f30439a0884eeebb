using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Storage.Shared;
using FollowUp.Storage.Tables;

namespace FollowUp.Storage.Tests.Given;

/// <summary>Common steps of store tests.</summary>
static class StoreExtensions
{
    /// <summary>Commits a new project with a dossier.</summary>
    public static async Task<StoredProject> Submit(this IStore store, Project project, Dossier? dossier = null)
    {
        var commit = A.Commit(null, project) with { Dossier = dossier ?? A.Dossier(project.Id) };
        return await store.CommitOrFail(commit);
    }

    public static Task<StoredProject> Submit(this IStore store, string id = "P-1001") => store.Submit(A.Project(id));

    public static Task<StoredProject> Change(
        this IStore store, StoredProject before, Func<Project, Project> change, Func<Commit, Commit>? with = null)
    {
        var commit = A.Commit(before, change(before.Project));
        return store.CommitOrFail(with is null ? commit : with(commit));
    }

    public static async Task<StoredProject> CommitOrFail(this IStore store, Commit commit)
    {
        Assert.True(await store.Projects.TryCommit(commit));
        await store.CompleteIndex();
        return new StoredProject(commit.After, commit.Timeline[^1].Hash);
    }

    /// <summary>Waits until other processes see the commits in the index, which the table store updates after the answer.</summary>
    public static Task CompleteIndex(this IStore store) => store is TablesStore tables ? tables.CompleteIndex() : Task.CompletedTask;

    /// <summary>Replaces the delivery state of a message and keeps its mail.</summary>
    public static async ValueTask MarkSent(this IProjectStore projects, OutboxEntry entry, SentMail mail) => await projects.UpdateMessages(
        [new MessageUpdate(await projects.FindMessage(entry.Message.ProjectId, entry.Message.Id) ?? entry, entry, mail)]);

    public static async Task<ImmutableArray<TimelineEntry>> ReadTimeline(this IStore store, string id)
    {
        var entries = ImmutableArray.CreateBuilder<TimelineEntry>();
        await foreach (var entry in store.Projects.ReadTimeline(id)) entries.Add(entry);
        return entries.ToImmutable();
    }
}
