namespace FollowUp.Storage.Sqlite;

/// <summary>One file: a writer that groups commits, and a pool of readers.</summary>
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
            Schema.Upgrade(writing, Schema.Steps);
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
    /// Completes once the write is on the disk. It can be given up only before it is queued: afterwards nobody could tell whether it took
    /// place.
    /// </summary>
    public ValueTask<T> Write<T>(Func<Session, T> write, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new ValueTask<T>(writer.Write(write));
    }

    /// <inheritdoc cref="Write{T}"/>
    public async ValueTask Write(Action<Session> write, CancellationToken cancellation) => await Write(ReturningTrue(write), cancellation);

    /// <summary>Returns once the write is on the disk, and needs no other thread than the writer's for that.</summary>
    public void WriteBlocking(Action<Session> write) => writer.Write(ReturningTrue(write)).GetAwaiter().GetResult();

    /// <summary>Deletes so that neither the file nor its log holds a copy.</summary>
    public async ValueTask Erase(Action<Session> erase, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await writer.Write(ReturningTrue(erase), leavesNoTrace: true);
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
