using System.Collections.Immutable;
using FollowUp.Application;
using FollowUp.Domain.Projects;
using FollowUp.Storage.Tests.Contract;

namespace FollowUp.Storage.Tests.Given;

/// <summary>What tests do with a store over and over.</summary>
static class Storing
{
    /// <summary>A new project, with its dossier unless told otherwise.</summary>
    public static async Task<StoredProject> Submit(this Ports store, Project project, Dossier? dossier = null)
    {
        var commit = A.Commit(null, project) with { Dossier = dossier ?? A.Dossier(project.Id) };
        return await store.Take(commit);
    }

    public static Task<StoredProject> Submit(this Ports store, string id = "P-1001") => store.Submit(A.Project(id));

    public static Task<StoredProject> Change(
        this Ports store, StoredProject before, Func<Project, Project> change, Func<Commit, Commit>? with = null)
    {
        var commit = A.Commit(before, change(before.Project));
        return store.Take(with is null ? commit : with(commit));
    }

    public static async Task<StoredProject> Take(this Ports store, Commit commit)
    {
        Assert.True(await store.Projects.Commit(commit));
        return new StoredProject(commit.After, commit.Timeline[^1].Hash);
    }

    public static async Task<ImmutableArray<TimelineEntry>> TimelineOf(this Ports store, string id)
    {
        var entries = ImmutableArray.CreateBuilder<TimelineEntry>();
        await foreach (var entry in store.Projects.Timeline(id)) entries.Add(entry);
        return entries.ToImmutable();
    }
}
