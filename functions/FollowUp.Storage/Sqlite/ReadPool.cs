using System.Collections.Concurrent;

namespace FollowUp.Storage.Sqlite;

/// <summary>Connections for reading. Each read sees the latest commit and blocks no writer.</summary>
sealed class ReadPool(Func<Session> open, int size) : IDisposable
{
    readonly SemaphoreSlim free = new(size);
    readonly ConcurrentBag<Session> idle = [];

    /// <summary>Runs a query on a free connection; waits for one without blocking the thread. Cancellation ends the wait, not the query.</summary>
    public async ValueTask<T> Read<T>(Func<Session, T> read, CancellationToken cancellation)
    {
        await free.WaitAsync(cancellation);
        return ReadAndRelease(read);
    }

    /// <summary>As <see cref="Read"/>, but blocks the calling thread and needs no other thread of the pool.</summary>
    public T ReadBlocking<T>(Func<Session, T> read)
    {
        free.Wait();
        return ReadAndRelease(read);
    }

    /// <summary>Waits until running reads have finished.</summary>
    public void Dispose()
    {
        for (var i = 0; i < size; i++) free.Wait();
        while (idle.TryTake(out var session)) session.Dispose();
        free.Dispose();
    }

    T ReadAndRelease<T>(Func<Session, T> read)
    {
        try
        {
            var session = idle.TryTake(out var opened) ? opened : open();
            try
            {
                return read(session);
            }
            finally
            {
                idle.Add(session);
            }
        }
        finally
        {
            free.Release();
        }
    }
}
