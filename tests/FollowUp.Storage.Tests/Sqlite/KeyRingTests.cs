using FollowUp.Storage.Sqlite;

namespace FollowUp.Storage.Tests.Sqlite;

/// <summary>Data Protection creates its first key under a lock that all threads of the pool may wait for.</summary>
public sealed class KeyRingTests : IDisposable
{
    // The pool adds one or two threads a second, so this many blocked jobs keep it busy for minutes.
    const int BlockedJobs = 500;

    readonly string folder = Directory.CreateTempSubdirectory("followup-keys").FullName;
    readonly SqliteDatabase database;

    public KeyRingTests() => database = SqliteDatabase.Open(Path.Combine(folder, "followup.db"), readers: 2);

    public void Dispose()
    {
        database.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Key_is_written_and_read_while_all_pool_threads_are_blocked()
    {
        var ring = new SqliteKeyRing(database);
        using var written = new ManualResetEventSlim();
        using var gone = new CountdownEvent(BlockedJobs);
        for (var i = 0; i < BlockedJobs; i++)
        {
            ThreadPool.QueueUserWorkItem(_ =>
            {
                written.Wait();
                gone.Signal();
            });
        }

        IReadOnlyCollection<string> keys = [];
        var writer = new Thread(() =>
        {
            ring.Add("key-1", "<key />");
            keys = ring.All();
        });
        writer.Start();
        var done = writer.Join(TimeSpan.FromSeconds(30));
        written.Set();
        gone.Wait(TestContext.Current.CancellationToken);
        writer.Join();

        Assert.True(done);
        Assert.Equal(["<key />"], keys);
    }
}
