using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Storage.Tests.Given;
using NodaTime;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>Commits: written whole or not at all, and durable.</summary>
public abstract class CommitContract<TStore> : StoreContract<TStore>
    where TStore : IStoreUnderTest, new()
{
    [Fact]
    public async Task Commit_is_loaded_as_it_was_written()
    {
        var project = (Project)Specimen.Of(typeof(Project)).ElementAt(5);
        var commit = A.Commit(null, project) with
        {
            Dossier = A.Dossier(project.Id),
            PersonalTexts = [new PersonalText("4f2a", "Elle rappelle lundi")],
            Messages = [A.Message("m-1", project.Id)],
            IdempotencyRecord = A.Receipt("key-1", 1),
        };
        Assert.True(await Store.Projects.TryCommit(commit));

        var stored = await Store.Projects.Load(project.Id);
        Assert.Equal(RecordText.Of(commit.After), RecordText.Of(stored?.Project));
        Assert.Equal(commit.Timeline[^1].Hash, stored?.Head);
        Assert.Equal(commit.Dossier, await Store.Projects.LoadDossier(project.Id));
        Assert.Equal(commit.Timeline, await Store.ReadTimeline(project.Id));
        Assert.Equal("Elle rappelle lundi", (await Store.Projects.LoadPersonalTexts(project.Id))["4f2a"]);
        Assert.Equal(commit.IdempotencyRecord, await Store.Projects.FindIdempotencyRecord(project.Id, "key-1"));
        Assert.Equal([new OutboxEntry(commit.Messages[0], MessageState.Pending, commit.Messages[0].NotBefore)], await Store.Projects.LoadMessages(project.Id, true));
    }

    [Fact]
    public async Task Commit_survives_closing_and_opening_the_store()
    {
        var stored = await Store.Submit();
        await Reopen();
        Assert.Equal(RecordText.Of(stored), RecordText.Of(await Store.Projects.Load("P-1001")));
        Assert.Equal(A.Dossier(), await Store.Projects.LoadDossier("P-1001"));
    }

    [Fact]
    public async Task Project_is_loaded_together_with_an_idempotency_record()
    {
        var record = A.Receipt("api.key", 2) with { Entries = 1, Expires = A.Monday + Duration.FromDays(90) };
        var stored = await Store.Change(await Store.Submit(), p => p.WithAttempts(1), c => c with { IdempotencyRecord = record });

        var loaded = await Store.Projects.LoadWithIdempotencyRecord("P-1001", "api.key");
        Assert.Equal(record, loaded?.IdempotencyRecord);
        Assert.Equal(RecordText.Of(stored), RecordText.Of(loaded! with { IdempotencyRecord = null }));
        var other = await Store.Projects.LoadWithIdempotencyRecord("P-1001", "api.other");
        Assert.Null(other!.IdempotencyRecord);
        Assert.Null(await Store.Projects.LoadWithIdempotencyRecord("P-0", "api.key"));
    }

    [Fact]
    public async Task Range_of_the_timeline_is_loaded_oldest_first()
    {
        var stored = await Store.Submit();
        for (var attempt = 1; attempt < 5; attempt++) stored = await Store.Change(stored, p => p.WithAttempts(attempt));
        var timeline = await Store.ReadTimeline("P-1001");

        Assert.Equal(timeline[1..4], await Store.Projects.LoadEntries("P-1001", 2, 4));
        Assert.Equal(timeline[4..], await Store.Projects.LoadEntries("P-1001", 5, 5));
        Assert.Equal(timeline, await Store.Projects.LoadEntries("P-1001", 1, 1000));
        Assert.Empty(await Store.Projects.LoadEntries("P-1001", 6, 9));
        Assert.Empty(await Store.Projects.LoadEntries("P-0", 1, 9));
    }

    [Fact]
    public async Task Missing_project_has_no_data()
    {
        Assert.Null(await Store.Projects.Load("P-0"));
        Assert.Null(await Store.Projects.LoadDossier("P-0"));
        Assert.Null(await Store.Projects.FindIdempotencyRecord("P-0", "key"));
        Assert.Null(await Store.Projects.FindMessage("P-0", "m-1"));
        Assert.Empty(await Store.Projects.LoadPersonalTexts("P-0"));
        Assert.Empty(await Store.Projects.LoadMessages("P-0", pendingOnly: false));
        Assert.Empty(await Store.ReadTimeline("P-0"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Commit_on_another_version_writes_nothing(long expected)
    {
        var first = await Store.Submit();
        var second = await Store.Change(first, p => p.WithAttempts(1));

        var stale = A.Commit(second, second.Project.WithAttempts(9)) with
        {
            ExpectedVersion = expected,
            Dossier = A.Dossier(name: "Somebody Else"),
            Messages = [A.Message("m-late")],
            PersonalTexts = [new PersonalText("late", "late")],
            IdempotencyRecord = A.Receipt("late", 3),
        };
        Assert.False(await Store.Projects.TryCommit(stale));

        Assert.Equal(RecordText.Of(second), RecordText.Of(await Store.Projects.Load("P-1001")));
        Assert.Equal("Jeanne Martin", (await Store.Projects.LoadDossier("P-1001"))?.Name);
        Assert.Equal(2, (await Store.ReadTimeline("P-1001")).Length);
        Assert.Empty(await Store.Projects.LoadMessages("P-1001", pendingOnly: false));
        Assert.Empty(await Store.Projects.LoadPersonalTexts("P-1001"));
        Assert.Null(await Store.Projects.FindIdempotencyRecord("P-1001", "late"));
    }

    [Fact]
    public async Task Commit_on_a_missing_project_writes_nothing()
    {
        var imagined = new StoredProject(A.Project() with { Version = 4 }, "00");
        Assert.False(await Store.Projects.TryCommit(A.Commit(imagined, imagined.Project)));
        Assert.Null(await Store.Projects.Load("P-1001"));
    }

    [Fact]
    public async Task Used_idempotency_key_is_refused_although_the_version_is_the_same()
    {
        var stored = await Store.Submit();
        var still = new Commit(stored.Project, 1, [], [], null, [], A.Receipt("key-1", 1));
        Assert.True(await Store.Projects.TryCommit(still));
        Assert.False(await Store.Projects.TryCommit(still));
        Assert.Equal(RecordText.Of(stored), RecordText.Of(await Store.Projects.Load("P-1001")));
    }

    /// <param name="refused">Whether the command was refused; else it had nothing to change.</param>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Answer_of_a_request_that_changed_nothing_is_stored(bool refused)
    {
        var stored = await Store.Submit();
        var record = A.Receipt("api.key", 1) with
        {
            Expires = A.Monday + Duration.FromDays(90),
            Unchanged = new UnchangedAnswer(refused ? Refusals.SalesDoNotFollowUp : null),
        };
        Assert.True(await Store.Projects.AddIdempotencyRecord("P-1001", record));
        Assert.Equal(record, await Store.Projects.FindIdempotencyRecord("P-1001", "api.key"));
        Assert.Equal(RecordText.Of(stored), RecordText.Of(await Store.Projects.Load("P-1001")));
    }

    [Fact]
    public async Task First_idempotency_record_under_a_key_stays()
    {
        var stored = await Store.Submit();
        var first = A.Receipt("api.kept", 1, "first") with { Unchanged = new UnchangedAnswer(Refusals.NotClosed) };
        Assert.True(await Store.Projects.AddIdempotencyRecord("P-1001", first));
        Assert.False(await Store.Projects.AddIdempotencyRecord("P-1001", first with { Digest = "second" }));
        Assert.False(await Store.Projects.TryCommit(A.Commit(stored, stored.Project) with { IdempotencyRecord = A.Receipt("api.kept", 2, "third") }));
        Assert.Equal(first, await Store.Projects.FindIdempotencyRecord("P-1001", "api.kept"));

        await Store.Change(stored, p => p, c => c with { IdempotencyRecord = A.Receipt("api.done", 2, "first") });
        Assert.False(await Store.Projects.AddIdempotencyRecord("P-1001", first with { Key = "api.done" }));
        Assert.Null((await Store.Projects.FindIdempotencyRecord("P-1001", "api.done"))?.Unchanged);
    }

    [Fact]
    public async Task Idempotency_record_belongs_to_its_project()
    {
        await Store.Change(await Store.Submit("P-1"), p => p, with: c => c with { IdempotencyRecord = A.Receipt("key", 2, "one") });
        await Store.Change(await Store.Submit("P-2"), p => p, with: c => c with { IdempotencyRecord = A.Receipt("key", 2, "two") });
        Assert.Equal("one", (await Store.Projects.FindIdempotencyRecord("P-1", "key"))?.Digest);
        Assert.Equal("two", (await Store.Projects.FindIdempotencyRecord("P-2", "key"))?.Digest);
        Assert.Null(await Store.Projects.FindIdempotencyRecord("P-1", "KEY"));
    }

    [Fact]
    public async Task Timeline_is_read_oldest_first_with_an_intact_hash_chain()
    {
        var stored = await Store.Submit("P-1");
        var other = await Store.Submit("P-2");
        for (var i = 0; i < 700; i++)
        {
            stored = await Store.Change(stored, p => p.WithAttempts(i));
            if (i % 3 == 0) other = await Store.Change(other, p => p.WithAttempts(i));
        }

        var timeline = await Store.ReadTimeline("P-1");
        Assert.Equal(Enumerable.Range(1, 701).Select(seq => (long)seq), timeline.Select(entry => entry.Seq));
        Assert.Equal(stored.Head, timeline[^1].Hash);
        Assert.Null(HashChain.FindFirstBroken(timeline));
        Assert.Null(HashChain.FindFirstBroken(await Store.ReadTimeline("P-2")));
    }

    [Fact]
    public async Task Several_events_of_one_commit_keep_their_order()
    {
        var stored = await Store.Submit();
        var events = HashChain.Link(
            [
                new RecordedEvent(2, A.Monday, Role.Coordinator, A.Camille, new ProjectValidated()),
                new RecordedEvent(3, A.Monday.PlusNanoseconds(1), Role.Coordinator, A.Camille, new CallAgreed(A.Monday)),
            ],
            stored.Head);
        Assert.True(await Store.Projects.TryCommit(new Commit(stored.Project with { Version = 3 }, 1, events, [], null, [], null)));
        Assert.Equal(["project-submitted", "project-validated", "call-agreed"], (await Store.ReadTimeline("P-1001")).Select(e => e.Kind));
        Assert.Equal(A.Monday.PlusNanoseconds(1), (await Store.ReadTimeline("P-1001"))[^1].At);
    }

    [Fact]
    public async Task Same_text_written_twice_has_one_key()
    {
        var text = new PersonalText("4f2a", "rien de neuf");
        var stored = await Store.Change(await Store.Submit(), p => p, c => c with { PersonalTexts = [text] });
        await Store.Change(stored, p => p, c => c with { PersonalTexts = [text, new PersonalText("77", "")] });
        Assert.Equal(
            [("4f2a", "rien de neuf"), ("77", "")],
            (await Store.Projects.LoadPersonalTexts("P-1001")).OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => (w.Key, w.Value)));
    }

    [Fact]
    public async Task All_project_ids_are_listed()
    {
        // More than one page of a thousand. The limited parallelism keeps the emulator responsive.
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 1100),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken },
            async (i, _) => await Store.Submit($"P-{i}"));
        var ids = new List<string>();
        await foreach (var id in Store.Projects.ListProjectIds()) ids.Add(id);
        Assert.Equal(1100, ids.Distinct().Count());
        Assert.Equal(1100, ids.Count);
    }

    [Fact]
    public async Task Rebuild_replaces_the_snapshot_and_keeps_the_version()
    {
        var stored = await Store.Change(await Store.Submit(), p => p.WithAttempts(1));
        var rebuilt = stored.Project.WithAttempts(2) with { Staffing = new Staffing(A.Yanis), Plan = A.PlanAt(A.Monday, A.Monday + Duration.FromDays(9)) };
        await Store.Projects.Rebuild(rebuilt);

        Assert.Equal(RecordText.Of(stored with { Project = rebuilt }), RecordText.Of(await Store.Projects.Load("P-1001")));
        Assert.Equal(2, (await Store.ReadTimeline("P-1001")).Length);
        Assert.Single(await Store.Index.GetQueue(A.Yanis, 10));
        Assert.Equal(A.Monday + Duration.FromDays(9), await Store.Index.GetNextDue());
        await Store.Change(stored with { Project = rebuilt }, p => p);
    }

    [Fact]
    public async Task Rebuild_does_not_undo_a_newer_commit()
    {
        var old = await Store.Submit();
        var newer = await Store.Change(old, p => p.WithAttempts(1));
        await Store.Projects.Rebuild(old.Project.WithAttempts(7));
        Assert.Equal(RecordText.Of(newer), RecordText.Of(await Store.Projects.Load("P-1001")));
    }
}
