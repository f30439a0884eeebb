using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Links.UndoPages;

/// <summary>What the pages say of a closing that was taken back, or no longer can be.</summary>
static class UndoText
{
    /// <summary>Where to turn once the ten minutes are over.</summary>
    /// <param name="coordinator">Who is in charge, by name, or the department.</param>
    public static LocalizedText TooLate(Project closed, string coordinator) => closed.Outcome is { IsWon: true }
        ? new(
            $"Il n’est plus possible de l’annuler d’ici. {coordinator} voit avec vous ce qui peut être fait : appelez, ou répondez à nos mails.",
            $"It can no longer be taken back from here. {coordinator} will see with you what can be done: call, or reply to our mails.")
        : new(
            $"Il n’est plus possible de l’annuler d’ici, mais un projet clos peut être rouvert : appelez {coordinator}, ou répondez à nos mails.",
            $"It can no longer be taken back from here, but a closed project can be reopened: call {coordinator}, or reply to our mails.");

    /// <summary>The line by which the closing at this version was taken back; null when none was closed there, or it stayed so.</summary>
    public static TimelineLine? FindUndo(this ProjectView view, long closing) =>
        view.Timeline.FirstOrDefault(l => l.Seq == closing)?.Event is ProjectClosed
            && view.Timeline.FirstOrDefault(l => l.Seq > closing && l.Event is ClosingUndone or ProjectReopened) is { Event: ClosingUndone } undone
                ? undone
                : null;
}
