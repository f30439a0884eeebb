using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUp.Functions.Orchestration;

/// <summary>
/// The orchestration of one generation of a project, from its submission to its outcome. Every decision and every due message is in the store,
/// so an instance may be lost, doubled or restarted at any moment: that delays the project and loses nothing.
/// </summary>
public static class ProjectFollowUp
{
    /// <summary>The number of rounds after which the instance continues as new, so that its history stays small.</summary>
    public const int RoundsPerHistory = 40;

    [Function(nameof(ProjectFollowUp))]
    public static Task<string?> Run([OrchestrationTrigger] TaskOrchestrationContext context, OrchestrationInput project) =>
        Follow(context, project, RoundsPerHistory);

    /// <returns>The outcome, in kebab-case; null when another generation of the project, or another history of this one, goes on.</returns>
    internal static async Task<string?> Follow(TaskOrchestrationContext context, OrchestrationInput project, int roundsPerHistory)
    {
        var loop = new FollowUpLoop(context, project, roundsPerHistory);

        await loop.RunFirstRound();
        await loop.RunPhoneValidation();
        await loop.RunRelaunches();
        await loop.DeliverOutcome();

        if (loop.IsFinished)
        {
            return loop.Result;
        }

        context.ContinueAsNew(project, preserveUnprocessedEvents: true);
        return null;
    }
}
