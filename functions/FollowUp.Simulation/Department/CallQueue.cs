namespace FollowUp.Simulation.Department;

/// <summary>The calls of one coordinator's projects. The one that is due longest comes first.</summary>
sealed class CallQueue
{
    readonly PriorityQueue<(int Project, long Key), (long DueAt, int Project)> queue = new();

    public void Add(int project, long key) => queue.Enqueue((project, key), (key, project));

    /// <summary>The first call that is still planned as it was queued.</summary>
    public bool TryPeek(SimulatedProject?[] projects, out int project, out long dueAt)
    {
        while (queue.TryPeek(out var call, out _))
        {
            if (projects[call.Project] is { State: not null } found && found.QueuedAs == call.Key)
            {
                (project, dueAt) = call;
                return true;
            }

            queue.Dequeue();
        }

        (project, dueAt) = (-1, 0);
        return false;
    }

    public void RemoveFirst() => queue.Dequeue();
}
