namespace FollowUp.Storage.Sqlite;

/// <summary>A database file with one writer, which groups commits, and a pool of readers.</summary>
sealed class SqliteDatabase : IDisposable
{
    const int WriterCacheKibibytes = 16 * 1024;
    const int ReaderCacheKibibytes = 2 * 1024;

    readonly Session writing;
    readonly Checkpointer checkpointer;
    readonly GroupCommit writer;
    readonly ReadPool readers;
    bool closed;

    SqliteDatabase(string path, Session writing, int readers)
    {
        this.writing = writing;
        checkpointer = new Checkpointer(Session.Open(path, ReaderCacheKibibytes));
        writer = new GroupCommit(writing, checkpointer);
        this.readers = new ReadPool(() => Session.Open(path, ReaderCacheKibibytes), readers);
    }

    public static SqliteDatabase Open(string path, int readers)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var writing = Session.Open(full, WriterCacheKibibytes);
        try
        {
            Schema.Upgrade(writing, Schema.Migrations);
            SearchRefold.Complete(writing);
        }
        catch
        {
            writing.Dispose();
            throw;
        }

        return new SqliteDatabase(full, writing, readers);
    }

    /// <inheritdoc cref="ReadPool.Read"/>
    public ValueTask<T> Read<T>(Func<Session, T> read, CancellationToken cancellation) => readers.Read(read, cancellation);

    /// <inheritdoc cref="ReadPool.ReadBlocking"/>
    public T ReadBlocking<T>(Func<Session, T> read) => readers.ReadBlocking(read);

    /// <summary>
    /// Completes once the write is durable. Cancellation has an effect only before the write is queued; later the caller could not tell whether
    /// it took place.
    /// </summary>
    public ValueTask<T> Write<T>(Func<Session, T> write, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new ValueTask<T>(writer.Write(write));
    }

    /// <inheritdoc cref="Write{T}"/>
    public async ValueTask Write(Action<Session> write, CancellationToken cancellation) => await Write(ReturningTrue(write), cancellation);

    /// <summary>Blocks until the write is durable; needs no thread of the pool.</summary>
    public void WriteBlocking(Action<Session> write) => writer.Write(ReturningTrue(write)).GetAwaiter().GetResult();

    /// <summary>Erases so that neither the file nor its log holds a copy once this completes.</summary>
    public async ValueTask Erase(Action<Session> erase, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await writer.Write(ReturningTrue(erase), truncatesLog: true);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref closed, true)) return;
        writer.Dispose();
        checkpointer.Dispose();
        readers.Dispose();
        _ = Checkpointer.TruncateLog(writing);
        writing.Dispose();
    }

    static Func<Session, bool> ReturningTrue(Action<Session> write) => session =>
    {
        write(session);
        return true;
    };
}
