using FollowUp.Application.Delivery;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Local.Scheduling;

/// <summary>One project's turn: what time decides of it, then what it owes, until nothing is due at the instant that stands.</summary>
public sealed partial class ProjectRun(ProjectCommands desk, OutboxDelivery delivery, TimeProvider time, ILogger<ProjectRun> log)
{
    /// <summary>Time decides one step and plans the next one later: a project that needs more rounds than this is at fault.</summary>
    const int MaxRounds = 100;

    /// <exception cref="InvalidOperationException">The project never comes to rest.</exception>
    public async Task Run(string projectId)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var project = await desk.Advance(projectId);
            var allTried = await TryDeliver(projectId);
            if (allTried && !IsDue(project))
            {
                return;
            }
        }

        throw new InvalidOperationException($"Something stays due after {MaxRounds} rounds.");
    }

    bool IsDue(Project? project) => project?.WakeAt <= Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>
    /// False when a courier did not take a message. The outbox knows by then when to try that one again; the ones behind it are still to
    /// be tried.
    /// </summary>
    async Task<bool> TryDeliver(string projectId)
    {
        try
        {
            await delivery.DeliverDue(projectId);
            return true;
        }
        catch (Exception failure)
        {
            // The message of an exception may name an address: only its type is written down.
            LogMessageFailed(projectId, failure.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A message of project {ProjectId} was not taken ({Failure}); it will be tried again.")]
    partial void LogMessageFailed(string projectId, string failure);
}
