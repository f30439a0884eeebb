using System.Text.Json.Serialization;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Responses;
using NodaTime;

namespace FollowUp.Web.Api.StaffQueue;

/// <summary>One thing to do, or to wait for, in a person's queue.</summary>
/// <param name="Title">Null once the client was erased, as is <paramref name="Client"/>.</param>
/// <param name="Question">The question that is owed an answer, when that is what is to do.</param>
public sealed record QueueItem(
    string Project,
    string? Title,
    string? Client,
    Phase Phase,
    NextActionResponse NextAction,
    bool Overdue,
    PersonResponse? Coordinator,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Question = null)
{
    /// <summary>The next action of a project, and each answer that it owes.</summary>
    internal static IEnumerable<QueueItem> Of(ProjectListItem row, Func<string, string> nameOf, Language language, Instant now)
    {
        var project = row.Project;
        var inCharge = project.InCharge is { } id ? new PersonResponse(id, nameOf(id)) : null;
        QueueItem Item(NextActionResponse next, string? question = null) => new(
            project.Id, row.Title, row.ClientName, project.Phase, next, next.DueAt < now, inCharge, question);

        if (NextActionResponse.Of(project.Next, language) is { } action)
        {
            yield return Item(action);
        }

        foreach (var open in project.OpenQuestions)
        {
            var asks = nameOf(open.Provider);
            yield return Item(
                new NextActionResponse(
                    "answer-question", open.DueAt, project.InCharge ?? FollowUp.Domain.Projects.NextActions.NextAction.ByManager,
                    new LocalizedText(
                        $"{asks} a posé une question : réponse due sous deux jours ouvrés",
                        $"{asks} asked a question: the answer is due within two working days").In(language)),
                open.Id);
        }
    }
}
