namespace FollowUp.Storage.Tables;

/// <summary>Something that every decision reads and that seldom changes, remembered for a short while.</summary>
sealed class TimedCache<T>(TablesOptions options, Func<CancellationToken, Task<T>> read)
{
    sealed record Entry(T Value, long At);

    Entry? last;
    int changes;

    public async ValueTask<T> Get(CancellationToken cancellation)
    {
        if (last is { } reading && options.Time.GetElapsedTime(reading.At) < options.DirectoryCacheTime) return reading.Value;
        var (asOf, at) = (Volatile.Read(ref changes), options.Time.GetTimestamp());
        var value = await read(cancellation);

        // What was changed here during the reading may be missing in it.
        if (asOf == Volatile.Read(ref changes)) last = new Entry(value, at);
        return value;
    }

    public void Invalidate()
    {
        Interlocked.Increment(ref changes);
        last = null;
    }
}
