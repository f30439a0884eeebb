using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUp.Functions.Orchestration;

/// <summary>
/// One project from its submission to its outcome. It decides nothing: what is due and what is owed is in the table, so an instance may be
/// lost, doubled or started anew at any moment, and only time is lost.
/// </summary>
public static class ProjectFollowUp
{
    /// <summary>After so many rounds the history is dropped and a new one begun, so that it stays small however long the project lives.</summary>
    public const int RoundsPerHistory = 40;

    [Function(nameof(ProjectFollowUp))]
    public static Task<string?> Run([OrchestrationTrigger] TaskOrchestrationContext context, OrchestrationInput project) =>
        Follow(context, project, RoundsPerHistory);

    /// <returns>The outcome; null when another generation, or another history of this one, goes on.</returns>
    internal static async Task<string?> Follow(TaskOrchestrationContext context, OrchestrationInput project, int roundsPerHistory)
    {
        var rounds = new FollowUpLoop(context, project, roundsPerHistory);

        await rounds.RunFirstRound();
        await rounds.RunPhoneValidation();
        await rounds.RunRelaunches();
        await rounds.DeliverOutcome();

        if (rounds.IsFinished)
        {
            return rounds.Result;
        }

        context.ContinueAsNew(project, preserveUnprocessedEvents: true);
        return null;
    }
}
