using FollowUp.Storage.Sqlite;

namespace FollowUp.Storage.Tests.Sqlite;

/// <summary>Batching, durability and closing of the writer.</summary>
public sealed class GroupCommitTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("followup-writer").FullName;
    readonly SqliteDatabase database;

    public GroupCommitTests() => database = SqliteDatabase.Open(File, readers: 2);

    string File => Path.Combine(folder, "followup.db");

    public void Dispose()
    {
        database.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Failing_job_of_a_batch_fails_alone()
    {
        var writes = await QueueBehindSlowJob(30, i => i == 13 ? "no such statement" : Set(i));
        Assert.Equal([13], Enumerable.Range(0, 30).Where(i => writes[i].IsFaulted));
        Assert.Equal(29, await Count());
    }

    [Fact]
    public async Task Jobs_queued_during_a_batch_share_one_transaction()
    {
        using var outside = Session.Open(File, cacheKibibytes: 100);
        var seen = new List<long>();
        await Task.WhenAll(await QueueBehindSlowJob(30, Set, () => seen.Add(CountIn(outside))));
        Assert.Equal(30, CountIn(outside));
        Assert.Equal(Enumerable.Repeat(0L, 30), seen);
    }

    [Fact]
    public async Task Queued_jobs_are_written_before_closing()
    {
        var writes = Enumerable.Range(0, 100).Select(i => Write(Set(i)).AsTask()).ToList();
        database.Dispose();
        await Task.WhenAll(writes);
        using var again = SqliteDatabase.Open(File, readers: 1);
        Assert.Equal(100, await Count(again));
    }

    [Fact]
    public async Task Closing_leaves_one_file()
    {
        await Write(Set(1));
        database.Dispose();
        Assert.Equal([File], Directory.GetFiles(folder));
    }

    [Fact]
    public async Task Closed_database_refuses_reads_and_writes()
    {
        database.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await Write(Set(1)));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await Count());
    }

    [Fact]
    public async Task Write_cancelled_before_it_is_queued_is_not_written()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(
            async () => await database.Write(session => session.Execute(Set(1)), gone.Token));
        Assert.Equal(0, await Count());
    }

    // A power loss leaves the files as they are, the log included.
    [Fact]
    public async Task Acknowledged_write_is_in_the_files()
    {
        for (var i = 0; i < 20; i++) await Write(Set(i));
        var copy = Path.Combine(folder, "copy.db");
        System.IO.File.Copy(File, copy);
        System.IO.File.Copy(File + "-wal", copy + "-wal");
        using var survivor = SqliteDatabase.Open(copy, readers: 1);
        Assert.Equal(20, await Count(survivor));
    }

    [Fact]
    public async Task Log_size_is_bounded_under_a_steady_load()
    {
        var text = new string('x', 100_000);
        for (var i = 0; i < 1000; i++) await Write($"INSERT OR REPLACE INTO settings (name, value) VALUES ('{i % 7}', '{text}')");
        Assert.InRange(new FileInfo(File + "-wal").Length, 1, 80_000_000);
    }

    [Fact]
    public async Task Erasing_truncates_the_log()
    {
        await Write(Set(1));
        Assert.NotEqual(0, new FileInfo(File + "-wal").Length);
        await database.Erase(session => session.Execute("DELETE FROM settings"), CancellationToken.None);
        Assert.Equal(0, new FileInfo(File + "-wal").Length);
    }

    [Fact]
    public async Task Writer_waits_for_the_lock_of_another_process()
    {
        using var other = Session.Open(File, cacheKibibytes: 100);
        other.Begin();
        var write = Write(Set(1)).AsTask();
        await Task.WhenAny(write, Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System));
        Assert.False(write.IsCompleted);
        other.Commit();
        await write;
    }

    /// <summary>Queues writes while a slow job blocks the writer, so that they form one batch.</summary>
    async Task<Task[]> QueueBehindSlowJob(int count, Func<int, string> sql, Action? afterEach = null)
    {
        using var hold = new ManualResetEventSlim();
        var slow = database.Write(_ => hold.Wait(), CancellationToken.None).AsTask();
        var writes = Enumerable.Range(0, count).Select(i => database.Write(
            session =>
            {
                session.Execute(sql(i));
                afterEach?.Invoke();
            },
            CancellationToken.None).AsTask()).ToArray();
        hold.Set();
        await slow;
        await Task.WhenAny(Task.WhenAll(writes));
        return writes;
    }

    ValueTask Write(string sql) => database.Write(session => session.Execute(sql), CancellationToken.None);

    static string Set(int i) => $"INSERT INTO settings (name, value) VALUES ('{i}', 'x')";

    ValueTask<long> Count() => Count(database);

    static ValueTask<long> Count(SqliteDatabase database) =>
        database.Read(CountIn, CancellationToken.None);

    static long CountIn(Session session) => session.Sql("SELECT count(*) FROM settings").QueryFirst(row => row.Number(0));
}
