namespace FollowUp.Simulation.Department;

/// <summary>What happens next: by time, and at the same time in the order of arrival.</summary>
/// <param name="start">Before this nothing happens, in seconds of Unix time.</param>
sealed class OccurrenceQueue(long start)
{
    /// <summary>The bits of a priority that hold the order of arrival; those above hold the seconds since the start, 500 million at most.</summary>
    const int OrderBits = 34;

    // One number and no pair: the queue compares it many times for each occurrence.
    readonly PriorityQueue<Occurrence, long> queue = new();

    long order;

    /// <summary>The time of the next occurrence; <see cref="long.MaxValue"/> when there is none.</summary>
    public long NextAt => queue.TryPeek(out var next, out _) ? next.At : long.MaxValue;

    public void Add(Occurrence occurrence) => queue.Enqueue(occurrence, ((occurrence.At - start) << OrderBits) | order++);

    public Occurrence Take() => queue.Dequeue();
}
