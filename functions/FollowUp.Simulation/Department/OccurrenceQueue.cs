namespace FollowUp.Simulation.Department;

/// <summary>What happens next: by time, and at the same time in the order of arrival.</summary>
sealed class OccurrenceQueue
{
    readonly PriorityQueue<Occurrence, (long At, long Order)> queue = new(Comparer<(long At, long Order)>.Create(
        static (a, b) => a.At != b.At ? a.At.CompareTo(b.At) : a.Order.CompareTo(b.Order)));

    long order;

    /// <summary>The time of the next occurrence; <see cref="long.MaxValue"/> when there is none.</summary>
    public long NextAt => queue.TryPeek(out var next, out _) ? next.At : long.MaxValue;

    public void Add(Occurrence occurrence) => queue.Enqueue(occurrence, (occurrence.At, order++));

    public Occurrence Take() => queue.Dequeue();
}
