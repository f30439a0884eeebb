namespace FollowUp.Local.Demo;

/// <summary>
/// Lets many in at once, or one alone: who wants to be alone keeps newcomers waiting and waits for those inside to leave.
/// </summary>
public sealed class Turnstile : IDisposable
{
    readonly SemaphoreSlim alone = new(1);
    readonly object gate = new();
    int inside;
    TaskCompletionSource? closed;
    TaskCompletionSource? emptied;

    public void Dispose() => alone.Dispose();

    public async Task Enter(CancellationToken cancellation = default)
    {
        while (TryEnter() is { } opened)
        {
            await opened.WaitAsync(cancellation);
        }
    }

    public void Leave()
    {
        lock (gate)
        {
            if (--inside == 0)
            {
                emptied?.TrySetResult();
            }
        }
    }

    public async Task<T> Alone<T>(Func<Task<T>> act)
    {
        await alone.WaitAsync();
        try
        {
            await Close();
            return await act();
        }
        finally
        {
            Open();
            alone.Release();
        }
    }

    /// <summary>Null when inside; else what to wait for.</summary>
    Task? TryEnter()
    {
        lock (gate)
        {
            if (closed is not null)
            {
                return closed.Task;
            }

            inside++;
            return null;
        }
    }

    Task Close()
    {
        lock (gate)
        {
            closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            emptied = new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (inside == 0)
            {
                emptied.SetResult();
            }

            return emptied.Task;
        }
    }

    void Open()
    {
        lock (gate)
        {
            closed?.SetResult();
            closed = null;
            emptied = null;
        }
    }
}
