using System.Text.Json.Serialization;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Responses;
using NodaTime;

namespace FollowUp.Web.Api.StaffQueue;

/// <summary>One entry of a person's queue: a next action, or a question to answer.</summary>
/// <param name="Title">Null once the client was erased, as is <paramref name="Client"/>.</param>
/// <param name="Question">The id of the question to answer; absent for a next action.</param>
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
    /// <summary>The next action of a project and each of its open questions.</summary>
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
            var provider = nameOf(open.Provider);
            yield return Item(
                new NextActionResponse(
                    "answer-question", open.DueAt, project.InCharge ?? Domain.Projects.NextActions.NextAction.ByManager,
                    new LocalizedText(
                        $"{provider} a posé une question : réponse due sous deux jours ouvrés",
                        $"{provider} asked a question: the answer is due within two working days").In(language)),
                open.Id);
        }
    }
}
