using FollowUp.Storage.Sqlite;

namespace FollowUp.Storage.Tests.Sqlite;

/// <summary>Data Protection makes its first key under a lock for which every other thread may be waiting.</summary>
public sealed class KeyRingTests : IDisposable
{
    // The pool grows by a thread or two a second: this many hold it up for minutes.
    const int Waiting = 500;

    readonly string folder = Directory.CreateTempSubdirectory("followup-keys").FullName;
    readonly SqliteDatabase database;

    public KeyRingTests() => database = SqliteDatabase.Open(Path.Combine(folder, "followup.db"), readers: 2);

    public void Dispose()
    {
        database.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_key_is_kept_and_read_while_every_thread_of_the_pool_waits_for_it()
    {
        var ring = new SqliteKeyRing(database);
        using var kept = new ManualResetEventSlim();
        using var gone = new CountdownEvent(Waiting);
        for (var i = 0; i < Waiting; i++)
        {
            ThreadPool.QueueUserWorkItem(_ =>
            {
                kept.Wait();
                gone.Signal();
            });
        }

        IReadOnlyCollection<string> keys = [];
        var maker = new Thread(() =>
        {
            ring.Add("key-1", "<key />");
            keys = ring.All();
        });
        maker.Start();
        var done = maker.Join(TimeSpan.FromSeconds(30));
        kept.Set();
        gone.Wait(TestContext.Current.CancellationToken);
        maker.Join();

        Assert.True(done);
        Assert.Equal(["<key />"], keys);
    }
}
