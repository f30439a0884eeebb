using FollowUp.Application.Privacy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web;

/// <summary>One operation of the API, as its description tells of it.</summary>
/// <param name="Answer">What a success holds.</param>
/// <param name="Problems">The statuses of the errors that it may answer with, besides 401.</param>
sealed record Operation(string Name, string Tag, string Summary, int Status, Type Answer, params int[] Problems);

/// <summary>Every operation, once.</summary>
static class Operations
{
    const string Projects = "Projects", Providers = "Providers", People = "People", Staff = "Staff";

    public static readonly Operation Submit = new(
        "submitProject", Projects, "Submit a project; 200 for the same id and content again.",
        201, typeof(ProjectAnswer), 400, 409, 413, 415, 422);

    public static readonly Operation ReadProject = new(
        "readProject", Projects, "Phase, next action, outcome and timeline of a project.", 200, typeof(ProjectAnswer), 404);

    public static readonly Operation ProviderAction = new(
        "reportProviderAction", Projects, "A provider proposed, wrote, quoted or visited.", 200, typeof(ProjectAnswer),
        400, 404, 409, 412, 413, 415, 422);

    public static readonly Operation Signal = new(
        "reportSignal", Projects, "The client wrote, cancelled or awarded the project on the website.", 200, typeof(ProjectAnswer),
        400, 404, 409, 412, 413, 415, 422);

    public static readonly Operation Ask = new(
        "askQuestion", Projects, "A provider asks the coordinator in charge.",
        202, typeof(QuestionAnswer), 400, 404, 409, 412, 413, 415, 422);

    public static readonly Operation ProjectFeed = new(
        "readProjectFeed", Projects, "What a provider with a privilege subscription may know of a project.",
        200, typeof(FeedAnswer), 400, 403, 404);

    public static readonly Operation PutProvider = new(
        "putProvider", Providers, "Contact, language and privilege subscription of a provider.",
        200, typeof(ProviderAnswer), 400, 413, 415);

    public static readonly Operation ProviderFeed = new(
        "readProviderFeed", Providers, "What is new on all projects that a provider came forward on.",
        200, typeof(ProviderFeedAnswer), 400, 403, 404);

    public static readonly Operation Complain = new(
        "complain", People, "A provider or client complains; the manager answers.", 201, typeof(ComplaintAnswer), 400, 413, 415, 422);

    public static readonly Operation Export = new(
        "exportClient", People, "Everything held on a person.", 200, typeof(ClientExport), 404);

    public static readonly Operation Erase = new(
        "eraseClient", People, "Erase a person from all their projects, verified.", 200, typeof(ErasureResult), 404, 500);

    public static readonly Operation Command = new(
        "giveCommand", Staff, "Record a call, add a note, close, reopen: what staff do with a project.", 200, typeof(ProjectAnswer),
        400, 403, 404, 409, 412, 413, 415, 422);

    public static readonly Operation Queue = new(
        "readQueue", Staff, "The open next actions of one person, most urgent first.", 200, typeof(QueueItem[]), 400, 403);

    public static RouteHandlerBuilder Describes(this RouteHandlerBuilder endpoint, Operation operation)
    {
        endpoint.WithName(operation.Name).WithTags(operation.Tag).WithSummary(operation.Summary)
            .Produces(operation.Status, operation.Answer).Produces<Problem>(StatusCodes.Status401Unauthorized, Problem.MediaType);
        if (operation == Submit)
        {
            endpoint.Produces(StatusCodes.Status200OK, operation.Answer);
        }

        foreach (var status in operation.Problems)
        {
            endpoint.Produces<Problem>(status, Problem.MediaType);
        }

        return endpoint;
    }
}
