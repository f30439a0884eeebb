using FollowUp.Application.Ports;

namespace FollowUp.Pages.Tests.Department;

/// <summary>Wakes nobody, and tells whom it would have woken.</summary>
sealed class CountedWakes : IProjectSignal
{
    public List<string> Woken { get; } = [];

    public ValueTask Raise(string projectId, int generation, CancellationToken cancellation)
    {
        Woken.Add(projectId);
        return ValueTask.CompletedTask;
    }
}
