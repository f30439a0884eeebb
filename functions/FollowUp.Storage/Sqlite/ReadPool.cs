using System.Collections.Concurrent;

namespace FollowUp.Storage.Sqlite;

/// <summary>A few connections that read, each seeing the file as of its last commit and holding up nobody.</summary>
sealed class ReadPool(Func<Session> open, int size) : IDisposable
{
    readonly SemaphoreSlim free = new(size);
    readonly ConcurrentBag<Session> idle = [];

    public async ValueTask<T> Read<T>(Func<Session, T> read, CancellationToken cancellation)
    {
        await free.WaitAsync(cancellation);
        return ReadAndRelease(read);
    }

    /// <summary>As <see cref="Read"/>, on this thread alone.</summary>
    public T ReadBlocking<T>(Func<Session, T> read)
    {
        free.Wait();
        return ReadAndRelease(read);
    }

    /// <summary>Waits for the reads under way.</summary>
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
            var session = idle.TryTake(out var warm) ? warm : open();
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
