using System.Text.Json.Serialization;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Projects.PendingDecisions;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.DecisionRequests;
using NodaTime;

namespace FollowUp.Web.Api.StaffQueue;

/// <summary>
/// One entry of a staff member's queue: a next action, a missed appointment, a decision to take, a question to answer, or a reply of the client to read.
/// </summary>
/// <param name="Id">Names the entry among those of its project. That of a decision is what <c>approve</c> takes.</param>
/// <param name="Title">Null once the client was erased, as is <paramref name="Client"/>.</param>
/// <param name="Question">The id of the question to answer; absent for a next action.</param>
public sealed record QueueItem(
    string Id,
    string Project,
    string? Title,
    string? Client,
    Phase Phase,
    NextActionResponse NextAction,
    bool Overdue,
    PersonResponse? Coordinator,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Question = null)
{
    /// <summary>The id of a project's next action.</summary>
    const string NextActionId = "next-action";

    const string ByManager = Domain.Projects.NextActions.NextAction.ByManager;

    /// <summary>Everything about a project that waits for a staff member: its next action where they are in charge, and what it asks of them.</summary>
    /// <param name="row">The project.</param>
    /// <param name="staffId">The staff member; null for the manager, who stands for projects without a staff member in charge.</param>
    /// <param name="nameOf">Gives the name of a staff member or provider.</param>
    /// <param name="language">The language of the texts.</param>
    /// <param name="now">What was due before is overdue.</param>
    internal static IEnumerable<QueueItem> Of(ProjectListItem row, string? staffId, Func<string, string> nameOf, Language language, Instant now)
    {
        var project = row.Project;
        var inCharge = project.InCharge is { } id ? new PersonResponse(id, nameOf(id)) : null;
        QueueItem Item(string itemId, NextActionResponse next, string? question = null) => new(
            itemId, project.Id, row.Title, row.ClientName, project.Phase, next, next.DueAt < now, inCharge, question);

        var isInCharge = project.InCharge == staffId;

        // The approval of a closing is the next action itself: it stands in the queue as the decision that it is.
        if (isInCharge && project.Next is { Kind: not ActionKind.Approve } && NextActionResponse.Of(project.Next, language) is { } action)
        {
            yield return Item(
                NextActionId,
                project.Next.Why.Code == ReasonCode.MissedAppointment ? action with { Kind = "missed-appointment", DueAt = project.Agenda.AgreedCall ?? action.DueAt } : action);
        }

        foreach (var decision in PendingDecision.GetPending(project).Where(d => d.GetAssignee(project) == staffId))
        {
            var text = new PendingDecisionText(decision, staffId ?? "", project.Coordinator, nameOf, language);
            yield return Item(decision.Id, decision.ClosesProject && NextActionResponse.Of(project.Next, language) is { } approval
                ? approval
                : new NextActionResponse(Kebab.Case(ActionKind.Approve), project.Next?.DueAt ?? project.ReopeningAskedAt!.Value, decision.GetAssignee(project) ?? ByManager, text.Question));
        }

        if (!isInCharge)
        {
            yield break;
        }

        foreach (var open in project.OpenQuestions)
        {
            var provider = nameOf(open.Provider);
            yield return Item(
                $"question.{open.Id}",
                new NextActionResponse(
                    "answer-question", open.DueAt, project.InCharge ?? ByManager,
                    new LocalizedText(
                        $"{provider} a posé une question : réponse due sous deux jours ouvrés",
                        $"{provider} asked a question: the answer is due within two working days").In(language)),
                open.Id);
        }

        if (project.ReplyWaitsSince is { } since)
        {
            yield return Item("reply", new NextActionResponse(
                "read-reply", since, project.Responsible,
                new LocalizedText("le client a répondu, la réponse n’est pas lue", "the client replied; the reply is unread").In(language)));
        }
    }
}
