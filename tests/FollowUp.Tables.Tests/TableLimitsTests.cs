using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Storage.Tables;
using FollowUp.Storage.Tests.Contract;
using FollowUp.Storage.Tests.Given;
using FollowUp.Tables.Tests.Given;
using NodaTime;

namespace FollowUp.Tables.Tests;

/// <summary>Limits of Azure Tables: 100 rows and 4 MiB a transaction, 1 MiB a row, 64 KiB a property. A commit beyond them is refused before anything is written.</summary>
public sealed class TableLimitsTests : StoreContract<TablesUnderTest>
{
    [Fact]
    public async Task Commit_may_have_a_hundred_rows()
    {
        Assert.True(await Store.Projects.TryCommit(WithEvents(null, 99)));
        Assert.Equal(99, (await Store.ReadTimeline("P-1001")).Length);
    }

    [Fact]
    public async Task Commit_of_101_rows_is_refused_and_nothing_is_written()
    {
        var before = await Data.ReadAllRows();
        var refused = await Assert.ThrowsAsync<CommitTooLargeException>(async () => await Store.Projects.TryCommit(WithEvents(null, 100)));
        Assert.Contains("101 rows", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before.Count, (await Data.ReadAllRows()).Count);
    }

    [Fact]
    public async Task Text_may_be_longer_than_a_property()
    {
        // Every place where the text may be split is inside a surrogate pair.
        var text = string.Concat(Enumerable.Repeat("é🙂\"", 20_000)) + "x";
        var dossier = A.Dossier() with { Description = text[..40_001] };
        var stored = await Store.Submit(A.Project(), dossier);
        await Store.Change(stored, p => p, c => c with { PersonalTexts = [new PersonalText("long", text), new PersonalText("short", "x")] });
        Assert.Equal(dossier, await Store.Projects.LoadDossier("P-1001"));
        Assert.Equal(text, (await Store.Projects.LoadPersonalTexts("P-1001"))["long"]);
    }

    [Fact]
    public async Task Long_snapshot_grows_and_shrinks()
    {
        var stored = await Store.Submit();
        foreach (var answered in new[] { 9_000, 3, 4_000 })
        {
            stored = await Store.Change(stored, p => p with { AnsweredQuestions = [.. Enumerable.Range(0, answered).Select(i => $"Q-{i:D8}")] });
            Assert.Equal(answered, (await Store.Projects.Load("P-1001"))!.Project.AnsweredQuestions.Length);
            Assert.Equal(RecordText.Of(stored.Project), RecordText.Of(Assert.Single(await Store.Index.GetQueue(A.Camille, 10)).Project));
        }

        Assert.Equal("Jeanne Martin", Assert.Single(await Store.Index.GetQueue(A.Camille, 10)).ClientName);
    }

    [Fact]
    public async Task Row_of_more_than_1_MiB_is_refused_and_nothing_is_written()
    {
        var stored = await Store.Submit();
        await AssertRefused(A.Commit(stored, stored.Project) with { PersonalTexts = [new PersonalText("huge", new string('x', 530_000))] }, "words:huge");
        await AssertRefused(A.Commit(stored, stored.Project with { AnsweredQuestions = [.. Enumerable.Range(0, 40_000).Select(i => $"Q-{i:D8}")] }), "project");
        await AssertRefused(A.Commit(stored, stored.Project) with { Dossier = A.Dossier(title: new string('x', 70_000)) }, "dossier");
    }

    [Fact]
    public async Task Commit_of_more_than_4_MiB_is_refused_and_nothing_is_written()
    {
        var stored = await Store.Submit();
        var quotes = new string('"', 90_000);
        await AssertRefused(
            A.Commit(stored, stored.Project) with { PersonalTexts = [.. Enumerable.Range(0, 10).Select(i => new PersonalText($"w-{i}", quotes))] }, "4 MiB");
        await Store.Change(stored, p => p, c => c with { PersonalTexts = [.. Enumerable.Range(0, 7).Select(i => new PersonalText($"w-{i}", quotes))] });
    }

    [Fact]
    public async Task Long_timeline_is_read_page_by_page()
    {
        StoredProject? stored = null;
        for (var i = 0; i < 28; i++)
        {
            var commit = WithEvents(stored, 90);
            Assert.True(await Store.Projects.TryCommit(commit));
            stored = new StoredProject(commit.After, commit.Timeline[^1].Hash);
        }

        var counting = new CountingPolicy();
        var store = await Data.OpenWith(null, counting);
        counting.TakeOperations();
        var timeline = await store.ReadTimeline("P-1001");
        Assert.Equal(Enumerable.Range(1, 2520).Select(seq => (long)seq), timeline.Select(entry => entry.Seq));
        Assert.Null(HashChain.FindFirstBroken(timeline));
        Assert.Equal(3, counting.TakeOperations().Count);
    }

    [Fact]
    public async Task All_messages_of_a_full_commit_reach_the_index()
    {
        var stored = await Store.Submit();
        await Store.Change(
            stored,
            p => p with { Plan = null, Providers = [.. Enumerable.Range(0, 120).Select(i => new ProviderState($"R-{i}"))] },
            c => c with { Messages = [.. Enumerable.Range(0, 98).Select(i => A.Message($"m-{i}", notBefore: A.Monday + Duration.FromMinutes(i)))] });
        var messages = await Store.Projects.LoadMessages("P-1001", pendingOnly: true);
        Assert.Equal(Enumerable.Range(0, 98).Select(i => $"m-{i}"), messages.Select(entry => entry.Message.Id));
        foreach (var entry in messages.SkipLast(1)) await Store.Projects.UpdateMessage(entry with { State = MessageState.Sent });
        Assert.Equal(A.Monday + Duration.FromMinutes(97), await Store.Index.GetNextDue());
        Assert.Equal(["P-1001"], await Store.Index.GetProjectsOfProvider("R-119"));
    }

    async Task AssertRefused(Commit commit, string named)
    {
        var rows = await Rows();
        var refused = await Assert.ThrowsAsync<CommitTooLargeException>(async () => await Store.Projects.TryCommit(commit));
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was written.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(rows, await Rows());
    }

    async Task<string> Rows() => string.Join('\n', (await Data.ReadAllRows()).Select(row => $"{row.PartitionKey} {row.RowKey} {row.ETag}"));

    static Commit WithEvents(StoredProject? before, int count)
    {
        var version = before?.Project.Version ?? 0;
        var events = Enumerable.Range(1, count).Select(i => new RecordedEvent(version + i, A.Monday, Role.System, "time", new Woke())).ToImmutableArray();
        return new Commit(
            (before?.Project ?? A.Project()) with { Version = version + count }, version, HashChain.Link(events, before?.Head ?? ""), [], null, [], null);
    }
}
