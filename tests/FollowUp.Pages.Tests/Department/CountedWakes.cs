using FollowUp.Application;

namespace FollowUp.Pages.Tests.Department;

/// <summary>Wakes nobody, and tells whom it would have woken.</summary>
sealed class CountedWakes : IWakes
{
    public List<string> Woken { get; } = [];

    public ValueTask Wake(string projectId, int generation, CancellationToken cancellation)
    {
        Woken.Add(projectId);
        return ValueTask.CompletedTask;
    }
}
