using System.Collections.Concurrent;

namespace FollowUp.Storage.Tables;

/// <summary>
/// Groups work by partition: what is added while one group of a partition is being written makes up the next one, so that a transaction serves many
/// callers under load and one caller waits for no other when there is none. Thread-safe.
/// </summary>
/// <param name="size">How many of the oldest items make up the next group; one at least.</param>
/// <param name="write">Writes a group. What it throws fails every item of the group.</param>
sealed class PartitionBatcher<T>(Func<IReadOnlyCollection<T>, int> size, Func<string, IReadOnlyList<T>, Task> write)
{
    readonly ConcurrentDictionary<string, Partition> partitions = new(StringComparer.Ordinal);

    /// <returns>Completes when the item is written; fails when its group failed.</returns>
    public Task Add(string partition, T item)
    {
        var entry = new Entry(item);
        var own = partitions.GetOrAdd(partition, _ => new Partition());
        lock (own)
        {
            own.Waiting.Enqueue(entry);
            own.Last = entry.Completion.Task;
            if (own.IsWriting) return entry.Completion.Task;
            own.IsWriting = true;
        }

        _ = Task.Run(() => WriteAll(partition, own));
        return entry.Completion.Task;
    }

    /// <summary>Completes when all items that were added so far are written or have failed. It does not throw.</summary>
    public Task Drain() => partitions.IsEmpty ? Task.CompletedTask : Task.WhenAll(partitions.Values.Select(Settle));

    static async Task Settle(Partition partition)
    {
        Task last;
        lock (partition) last = partition.Last;
        await last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    async Task WriteAll(string name, Partition partition)
    {
        while (true)
        {
            List<Entry> group = [];
            lock (partition)
            {
                if (partition.Waiting.Count == 0)
                {
                    partition.IsWriting = false;
                    return;
                }

                for (var count = size([.. partition.Waiting.Select(entry => entry.Item)]); count > 0; count--) group.Add(partition.Waiting.Dequeue());
            }

            try
            {
                await write(name, group.ConvertAll(entry => entry.Item));
                foreach (var entry in group) entry.Completion.SetResult();
            }
            catch (Exception failure)
            {
                foreach (var entry in group)
                {
                    entry.Completion.SetException(failure);

                    // An update of the index has no one who waits for it.
                    _ = entry.Completion.Task.Exception;
                }
            }
        }
    }

    sealed class Partition
    {
        public Queue<Entry> Waiting { get; } = new();

        /// <summary>The item that was added last. Items are written in their order, so those before it are done when it is.</summary>
        public Task Last { get; set; } = Task.CompletedTask;

        public bool IsWriting { get; set; }
    }

    sealed record Entry(T Item)
    {
        public TaskCompletionSource Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
