using Microsoft.DurableTask.Client;

namespace FollowUp.Functions.Orchestration;

/// <summary>The durable client of the function that runs, which its binding provides. Scoped: the function sets it, the services of its scope read it.</summary>
public sealed class DurableClientHolder
{
    DurableTaskClient? client;

    /// <exception cref="InvalidOperationException">Read before the function has set it.</exception>
    public DurableTaskClient Client
    {
        get => client ?? throw new InvalidOperationException("The function has not set the durable client.");
        set => client = value;
    }
}
