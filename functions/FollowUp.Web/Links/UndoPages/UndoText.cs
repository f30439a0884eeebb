using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Links.UndoPages;

/// <summary>Sentences about a closing that can no longer be undone.</summary>
static class UndoText
{
    /// <summary>Whom to turn to once the ten minutes are over.</summary>
    /// <param name="coordinator">The name of the coordinator in charge, else of the department.</param>
    public static LocalizedText TooLate(Project closed, string coordinator) => closed.Outcome is { IsWon: true }
        ? new(
            $"Il n’est plus possible de l’annuler d’ici. {coordinator} voit avec vous ce qui peut être fait : appelez, ou répondez à nos mails.",
            $"It can no longer be taken back from here. {coordinator} will see with you what can be done: call, or reply to our emails.")
        : new(
            $"Il n’est plus possible de l’annuler d’ici, mais un projet clos peut être rouvert : appelez {coordinator}, ou répondez à nos mails.",
            $"It can no longer be taken back from here, but a closed project can be reopened: call {coordinator}, or reply to our emails.");
}
