using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Storage.Sqlite;
using FollowUp.Storage.Tests.Given;
using Microsoft.Data.Sqlite;

namespace FollowUp.Storage.Tests.Sqlite;

/// <summary>Migrations of the schema.</summary>
public sealed class SchemaTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("followup-schema").FullName;

    string File => Path.Combine(folder, "followup.db");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task File_of_version_1_is_readable()
    {
        using (var session = Open()) session.Execute(ReadVersionOne());
        using var store = SqliteStore.Open(File);

        var stored = (await store.Projects.Load("P-1001"))!;
        Assert.Equal(2, stored.Project.Version);
        Assert.Equal("Jeanne Martin", (await store.Projects.LoadDossier("P-1001"))?.Name);
        Assert.Equal("Jeanne rappelle lundi", Assert.Single(await store.Projects.LoadPersonalTexts("P-1001")).Value);
        Assert.Equal("m-1", Assert.Single(await store.Projects.LoadMessages("P-1001", pendingOnly: true)).Message.Id);
        Assert.Equal(2, (await store.Projects.FindIdempotencyRecord("P-1001", "key-1"))?.Version);
        var entries = new List<TimelineEntry>();
        await foreach (var entry in store.Projects.ReadTimeline("P-1001")) entries.Add(entry);
        Assert.Equal(stored.Head, entries[^1].Hash);
        Assert.Null(HashChain.FindFirstBroken(entries));
        Assert.True(await store.Projects.TryCommit(A.Commit(stored, stored.Project)));
        Assert.Single(await store.Index.GetQueue(A.Camille, 10));
        Assert.Equal(1, (await store.Index.GetWorkloads())[A.Camille].OpenProjects);
        Assert.Equal(A.Camille, await store.Tokens.FindStaff("ab12"));
        Assert.Equal("Camille", (await store.Directory.FindStaff(A.Camille))?.Name);
    }

    [Fact]
    public async Task Migration_fills_the_index_of_awaited_persons()
    {
        using (var session = Open())
        {
            session.Execute(ReadVersionOne());
            session.Execute($"UPDATE projects SET state = json_set(state, '$.takeOverAskedOf', '{A.Yanis}')");
        }

        using (var store = SqliteStore.Open(File)) Assert.Single(await store.Index.GetAwaiting(A.Yanis, 10));
    }

    [Fact]
    public async Task Migration_folds_search_texts_again_after_an_interruption_too()
    {
        using (var store = SqliteStore.Open(File))
        {
            foreach (var i in Enumerable.Range(1, 1_200)) await store.Submit(A.Project($"P-{i}"), A.Dossier($"P-{i}", name: $"Sean O'Neill {i}"));
            await store.Projects.ErasePerson("P-7");
        }

        // An earlier version kept the apostrophe. The first five hundred projects are done.
        using (var session = Open())
        {
            session.Execute("UPDATE dossiers SET search = 'p-0\nsean o''neill' WHERE json IS NOT NULL AND key > 500");
            session.Execute("INSERT INTO search_refold VALUES (500, 1200)");
        }

        using (var store = SqliteStore.Open(File))
        {
            Assert.Equal(1_199, (await store.Index.Search(new ProjectSearch("oneill", Limit: 2_000))).Length);
            Assert.Equal("Sean O'Neill 900", (await store.Projects.LoadDossier("P-900"))?.Name);
            Assert.Null(await store.Projects.LoadDossier("P-7"));
        }

        using var again = Open();
        Assert.Equal(0, again.Sql("SELECT count(*) FROM search_refold").QueryFirst(row => row.Number(0)));
        Assert.Equal(0, again.Sql("SELECT count(*) FROM dossiers WHERE search LIKE '%o''neill%'").QueryFirst(row => row.Number(0)));
    }

    [Fact]
    public void First_migration_equals_the_released_schema()
    {
        using var released = Session.Open(":memory:", cacheKibibytes: 100);
        using var now = Session.Open(":memory:", cacheKibibytes: 100);
        released.Execute(ReadVersionOne());
        Schema.Upgrade(now, [Schema.Migrations[0]]);
        Assert.Equal(ReadSchema(released), ReadSchema(now));
    }

    [Fact]
    public void Each_migration_runs_once_and_in_order()
    {
        using var session = Open();
        Schema.Upgrade(session, ["CREATE TABLE a (x)", "ALTER TABLE a ADD COLUMN y"]);
        session.Execute("INSERT INTO a VALUES (1, 2)");
        Schema.Upgrade(session, ["no such", "statement", "ALTER TABLE a ADD COLUMN z DEFAULT 3"]);
        Assert.Equal(3, session.Sql("SELECT z FROM a").QueryFirst(row => row.Number(0)));
        Assert.Equal(3, session.Sql("PRAGMA user_version").QueryFirst(row => row.Number(0)));
    }

    [Fact]
    public void Failing_migration_changes_nothing()
    {
        using var session = Open();
        Assert.Throws<SqliteException>(() => Schema.Upgrade(session, ["CREATE TABLE a (x)", "CREATE TABLE b (x); no such statement"]));
        Assert.Equal(1, session.Sql("PRAGMA user_version").QueryFirst(row => row.Number(0)));
        Assert.Equal(0, session.Sql("SELECT count(*) FROM sqlite_schema WHERE name = 'b'").QueryFirst(row => row.Number(0)));
    }

    [Fact]
    public void File_of_a_newer_version_is_refused_and_unchanged()
    {
        using (var session = Open()) session.Execute("PRAGMA user_version = 99");
        var refusal = Assert.Throws<NotSupportedException>(() => SqliteStore.Open(File));
        Assert.Contains("schema version 99", refusal.Message, StringComparison.Ordinal);
        using var again = Open();
        Assert.Equal(0, again.Sql("SELECT count(*) FROM sqlite_schema").QueryFirst(row => row.Number(0)));
    }

    [Fact]
    public async Task Many_processes_may_create_a_file_at_once()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SqliteStore.Open(File))));
        foreach (var store in stores)
        {
            await store.Settings.Set("key", "value");
            store.Dispose();
        }
    }

    Session Open() => Session.Open(File, cacheKibibytes: 100);

    static ImmutableArray<string?> ReadSchema(Session session) =>
        session.Sql("SELECT sql FROM sqlite_schema ORDER BY name").QueryAll(row => row.TextOrNull(0));

    static string ReadVersionOne()
    {
        using var reader = new StreamReader(typeof(SchemaTests).Assembly.GetManifestResourceStream("FollowUp.Storage.Tests.Sqlite.version-1.sql")!);
        return reader.ReadToEnd();
    }
}
