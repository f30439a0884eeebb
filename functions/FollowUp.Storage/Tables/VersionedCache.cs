namespace FollowUp.Storage.Tables;

/// <summary>Rows that every request reads and that seldom change, cached for as long as <see cref="RecordsVersion"/> stays the same.</summary>
/// <remarks>
/// They are read again after <see cref="TablesOptions.MaxCacheTime"/> all the same: a process that is stopped between its write and the new version leaves the
/// old one, and programs of earlier versions write none. Thread-safe.
/// </remarks>
sealed class VersionedCache<T>(RecordsVersion version, TablesOptions options, Func<CancellationToken, Task<T>> read)
{
    sealed record Entry(T Value, string Version, int Changes, long At);

    Entry? last;
    int changes;

    public async ValueTask<T> Get(CancellationToken cancellation)
    {
        var asOf = Volatile.Read(ref changes);
        var current = await version.Get(cancellation);
        if (last is { } known && known.Version == current && known.Changes == asOf && options.Time.GetElapsedTime(known.At) < options.MaxCacheTime) return known.Value;
        var at = options.Time.GetTimestamp();
        var value = await read(cancellation);

        // What was changed here during the reading may be missing in it; its number then differs from that of the next caller.
        last = new Entry(value, current, asOf, at);
        return value;
    }

    /// <summary>Called after a write of this process.</summary>
    public async Task Change(CancellationToken cancellation)
    {
        Interlocked.Increment(ref changes);
        await version.Change(cancellation);
    }
}
