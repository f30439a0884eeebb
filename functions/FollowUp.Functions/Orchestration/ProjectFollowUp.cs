using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUp.Functions;

/// <summary>
/// One project from its submission to its outcome. It decides nothing: what is due and what is owed is in the table, so an instance may be
/// lost, doubled or started anew at any moment, and only time is lost.
/// </summary>
public static class ProjectFollowUp
{
    /// <summary>After so many rounds the history is dropped and a new one begun, so that it stays small however long the project lives.</summary>
    public const int RoundsPerHistory = 40;

    [Function(nameof(ProjectFollowUp))]
    public static Task<string?> Run([OrchestrationTrigger] TaskOrchestrationContext context, FollowedProject project) =>
        Follow(context, project, RoundsPerHistory);

    /// <returns>The outcome; null when another generation, or another history of this one, goes on.</returns>
    internal static async Task<string?> Follow(TaskOrchestrationContext context, FollowedProject project, int roundsPerHistory)
    {
        var rounds = new Rounds(context, project, roundsPerHistory);

        await rounds.Begin();
        await rounds.PhoneValidation();
        await rounds.Relaunches();
        await rounds.Outcome();

        if (rounds.IsOver)
        {
            return rounds.Reached;
        }

        context.ContinueAsNew(project, preserveUnprocessedEvents: true);
        return null;
    }
}
