using FollowUp.Application.Ports;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>Records signals.</summary>
sealed class RecordingProjectSignal : IProjectSignal
{
    public List<string> SignalledProjects { get; } = [];

    public ValueTask Raise(string projectId, int generation, CancellationToken cancellation)
    {
        SignalledProjects.Add(projectId);
        return ValueTask.CompletedTask;
    }
}
