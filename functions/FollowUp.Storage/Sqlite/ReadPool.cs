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

    /// <summary>Waits for the reads under way.</summary>
    public void Dispose()
    {
        for (var i = 0; i < size; i++) free.Wait();
        while (idle.TryTake(out var session)) session.Dispose();
        free.Dispose();
    }
}
