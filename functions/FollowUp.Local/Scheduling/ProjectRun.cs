using FollowUp.Application.Delivery;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using NodaTime.Extensions;

namespace FollowUp.Local.Scheduling;

/// <summary>Runs one project: takes the steps that time alone decides and delivers its messages, until nothing is due now.</summary>
public sealed partial class ProjectRun(ProjectCommands commands, OutboxDelivery delivery, TimeProvider time, ILogger<ProjectRun> log)
{
    /// <summary>Each step plans the next one later, so a project that needs more rounds has a defect.</summary>
    const int MaxRounds = 100;

    /// <exception cref="InvalidOperationException">The project is still due after the last round.</exception>
    public async Task Run(string projectId)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            if (await commands.AdvanceWork(projectId) is not { } work)
            {
                return;
            }

            var allTried = await TryDeliver(work);
            if (allTried && !IsDue(work.Project))
            {
                return;
            }
        }

        throw new InvalidOperationException($"Project {projectId} is still due after {MaxRounds} rounds.");
    }

    bool IsDue(Project project) => project.WakeAt <= time.GetCurrentInstant();

    /// <summary>Delivers the due messages. False when a delivery failed: the outbox has the time of its next attempt by then.</summary>
    async Task<bool> TryDeliver(ProjectWork work)
    {
        try
        {
            var round = await delivery.DeliverDue(work);
            foreach (var failure in round.Failures)
            {
                // The message of an exception may contain a mail address, so only its type is logged.
                LogMessageFailed(work.Project.Id, failure.GetType().Name);
            }

            return round.Failures.IsEmpty;
        }
        catch (Exception failure)
        {
            LogMessageFailed(work.Project.Id, failure.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A message of project {ProjectId} was not taken ({Failure}); the outbox retries it.")]
    partial void LogMessageFailed(string projectId, string failure);
}
