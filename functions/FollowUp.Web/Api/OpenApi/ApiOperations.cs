using System.Text.Json;
using FollowUp.Application.Privacy;
using FollowUp.Web.Api.Board;
using FollowUp.Web.Api.Cadences;
using FollowUp.Web.Api.Clients;
using FollowUp.Web.Api.Commands;
using FollowUp.Web.Api.Complaints;
using FollowUp.Web.Api.Persons;
using FollowUp.Web.Api.Projects;
using FollowUp.Web.Api.ProviderFeeds;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Api.Staffing;
using FollowUp.Web.Api.StaffQueue;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.OpenApi;

/// <summary>One operation of the API, for its OpenAPI description.</summary>
/// <param name="ResponseType">The body of a success.</param>
/// <param name="Problems">The statuses of the errors that it may answer with, besides 401.</param>
sealed record ApiOperation(string Name, string Tag, string Summary, int Status, Type ResponseType, params int[] Problems)
{
    /// <summary>A second status of a success, with the same body; null for most.</summary>
    public int? OtherStatus { get; init; }
}

/// <summary>All operations of the API.</summary>
static class ApiOperations
{
    const string Projects = "Projects", Providers = "Providers", People = "People", Staff = "Staff";

    public static readonly ApiOperation Submit = new(
        "submitProject", Projects, "Submit a project; 200 for the same id and content again.",
        201, typeof(ProjectResponse), 400, 409, 413, 415, 422)
    { OtherStatus = 200 };

    public static readonly ApiOperation ReadProject = new(
        "readProject", Projects, "Phase, next action, outcome and a page of the timeline of a project, newest last; the Link header names the page before.",
        200, typeof(ProjectResponse), 400, 404);

    public static readonly ApiOperation ListChanged = new(
        "listChangedProjects", Projects,
        "Ids, versions and phases of the projects that changed at a time or later, to compare them with one's own; the Link header names the next page.",
        200, typeof(ListedProjectResponse[]), 400);

    public static readonly ApiOperation ProviderAction = new(
        "reportProviderAction", Projects, "A provider proposed, wrote, quoted or visited.", 200, typeof(ProjectResponse),
        400, 404, 409, 412, 413, 415, 422);

    public static readonly ApiOperation Signal = new(
        "reportSignal", Projects, "The client wrote, cancelled or awarded the project on the website; 202 on a dead project, with staff asked whether to reopen it.", 200, typeof(ProjectResponse),
        400, 404, 409, 412, 413, 415, 422)
    { OtherStatus = 202 };

    public static readonly ApiOperation ChangeProject = new(
        "changeProject", Projects, "The client changed the project on the website: recorded and shown, no sign of life by itself.", 200, typeof(ProjectResponse),
        400, 404, 409, 412, 413, 415);

    public static readonly ApiOperation ChangeClient = new(
        "changeClient", People, "The client changed their details on the website, for all their projects. Another number cures a wrong one.",
        200, typeof(ClientChangeResponse), 400, 404, 413, 415);

    public static readonly ApiOperation Ask = new(
        "askQuestion", Projects, "A provider asks the coordinator in charge.",
        202, typeof(QuestionResponse), 400, 404, 409, 412, 413, 415, 422, 429);

    public static readonly ApiOperation ProjectFeed = new(
        "readProjectFeed", Projects, "What a provider with a privilege subscription may know of a project; for staff what providers read of it, without a provider too.",
        200, typeof(FeedResponse), 400, 403, 404);

    public static readonly ApiOperation PutProvider = new(
        "putProvider", Providers, "Contact, language and privilege subscription of a provider.",
        200, typeof(ProviderResponse), 400, 413, 415);

    public static readonly ApiOperation ProviderFeed = new(
        "readProviderFeed", Providers, "What is new on all projects that a provider came forward on.",
        200, typeof(ProviderFeedResponse), 400, 403, 404);

    public static readonly ApiOperation Complain = new(
        "complain", People, "A provider or client complains; the manager answers.", 201, typeof(ComplaintResponse), 400, 413, 415, 422);

    public static readonly ApiOperation Consent = new(
        "recordConsent", People,
        "A client gave or withdrew the consent to be called, for all their projects. Whoever collects a phone number says that calls need a consent.",
        200, typeof(ContactHistoryResponse), 400, 404, 409, 413, 415, 422);

    public static readonly ApiOperation JoinPersons = new(
        "joinPersons", Staff, "Several clients of the website are one person: caps, refusals and consents are theirs together. "
        + "For managers, and for a coordinator who follows a project of each of the clients.",
        200, typeof(ContactHistoryResponse), 400, 403, 404, 413, 415);

    public static readonly ApiOperation SearchPersons = new(
        "searchPersons", Staff, "Clients by name, company, email address, phone number, project or client id, for managers. The search is written down.",
        200, typeof(FoundPersonResponse[]), 400, 403, 413, 415);

    public static readonly ApiOperation ExportPerson = new(
        "exportPerson", Staff, "Everything held on a person, for managers.", 200, typeof(ClientExport), 403, 404);

    public static readonly ApiOperation ErasePerson = new(
        "erasePerson", Staff, "Erase a person from all their projects and mask them in complaints of others, verified, for managers.",
        200, typeof(ErasureResult), 403, 404, 500);

    public static readonly ApiOperation Export = new(
        "exportClient", People, "Everything held on a person.", 200, typeof(ClientExport), 404);

    public static readonly ApiOperation Erase = new(
        "eraseClient", People, "Erase a person from all their projects, verified.", 200, typeof(ClientErasureResponse), 404, 500);

    public static readonly ApiOperation Command = new(
        "giveCommand", Staff, "Record a call, add a note, close, reopen: what staff do with a project.", 200, typeof(ProjectResponse),
        400, 403, 404, 409, 412, 413, 415, 422);

    public static readonly ApiOperation Batch = new(
        "giveCommands", Staff, "Up to 100 commands on different projects, as after a dialer's shift. Each is authorized and answered on its own, with its own key and version.",
        200, typeof(BatchItemResponse[]), 400, 413, 415);

    public static readonly ApiOperation ListStaff = new(
        "listStaff", Staff, "All members of staff, and those who left and still have projects.", 200, typeof(StaffResponse[]), 403);

    public static readonly ApiOperation PutStaff = new(
        "putStaff", Staff, "Add or change a member of staff; a new one is invited by email. 201 when added.",
        200, typeof(StaffResponse), 400, 403, 409, 413, 415);

    public static readonly ApiOperation RemoveStaff = new(
        "removeStaff", Staff, "Remove a member of staff: sessions and tokens end at once, the projects are handed over from then on.",
        200, typeof(HandOverResponse), 403, 404, 409);

    public static readonly ApiOperation ExportStaff = new(
        "exportStaff", Staff, "Everything held on a member of staff.", 200, typeof(StaffExport), 403, 404);

    public static readonly ApiOperation EraseStaff = new(
        "eraseStaff", Staff, "Erase the data of a person who left, verified; the timelines keep the id.", 200, typeof(DirectoryErasure), 403, 404, 409, 500);

    public static readonly ApiOperation ExportProvider = new(
        "exportProvider", Providers, "Everything held on a provider.", 200, typeof(ProviderExport), 404);

    public static readonly ApiOperation EraseProvider = new(
        "eraseProvider", Providers, "Erase a provider's contact, complaints and kept emails, verified.", 200, typeof(DirectoryErasure), 404, 500);

    public static readonly ApiOperation HandOver = new(
        "handOver", Staff, "Hand over all or some open projects of a member of staff, to a colleague or by assignment.",
        202, typeof(HandOverResponse), 400, 403, 404, 413, 415);

    public static readonly ApiOperation PutAbsence = new(
        "putAbsence", Staff, "Enter or change an absence: one's own, or as a manager anybody's. 201 when new.",
        200, typeof(AbsenceResponse), 400, 403, 404, 409, 413, 415);

    public static readonly ApiOperation RemoveAbsence = new(
        "removeAbsence", Staff, "Remove an absence; projects that moved come back at once.", 200, typeof(AbsenceResponse), 403, 404);

    public static readonly ApiOperation ReadBoard = new(
        "readBoard", Staff, "The figures of the department from one day to another, beside the period of the same length before; the last four weeks by default.", 200, typeof(BoardResponse), 400, 403);

    public static readonly ApiOperation ReadCadence = new(
        "readCadence", Staff, "The newest cadence as a document; its version is the ETag.", 200, typeof(JsonElement), 403);

    public static readonly ApiOperation PutCadence = new(
        "putCadence", Staff,
        "Save a cadence for new cycles as the next version. The document may hold a reason; faults are named by their path in it.",
        200, typeof(JsonElement), 400, 403, 409, 412, 413, 415);

    public static readonly ApiOperation ListCadences = new(
        "listCadences", Staff, "All versions of the cadence: when, by whom, why, and what each changed.", 200, typeof(CadenceVersionResponse[]), 403);

    public static readonly ApiOperation ListComplaints = new(
        "listComplaints", Staff, "All complaints with the day of their answer, state and owner, oldest first.", 200, typeof(ManagerComplaintResponse[]), 403);

    public static readonly ApiOperation ReadComplaintFile = new(
        "readComplaintFile", Staff, "What was done and when, what was shared, what providers did, delays kept, and whether the timeline is as it was recorded.",
        200, typeof(ComplaintFileResponse), 403, 404);

    public static readonly ApiOperation AnswerComplaint = new(
        "answerComplaint", Staff, "Answer a complaint by mail; it names the cause. There is one answer.",
        200, typeof(ManagerComplaintResponse), 400, 403, 404, 409, 413, 415);

    public static readonly ApiOperation Queue = new(
        "readQueue", Staff, "All that waits for one person, most urgent first: next actions, missed appointments, decisions, questions, replies.", 200, typeof(QueueItem[]), 400, 403);

    public static RouteHandlerBuilder WithOperation(this RouteHandlerBuilder endpoint, ApiOperation operation)
    {
        endpoint.WithName(operation.Name).WithTags(operation.Tag).WithSummary(operation.Summary)
            .Produces(operation.Status, operation.ResponseType).Produces<Problem>(StatusCodes.Status401Unauthorized, Problem.MediaType);
        if (operation.OtherStatus is { } other)
        {
            endpoint.Produces(other, operation.ResponseType);
        }

        foreach (var status in operation.Problems)
        {
            endpoint.Produces<Problem>(status, Problem.MediaType);
        }

        return endpoint;
    }
}
