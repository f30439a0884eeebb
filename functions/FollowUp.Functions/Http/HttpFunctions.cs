using FollowUp.Functions.Orchestration;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Functions.Http;

/// <summary>
/// One function for each kind of caller. The Functions host tries routes in the alphabetical order of the functions' names, not by how specific
/// they are: so the names of the staff's functions come before the website's, and the function for all other paths has the last name.
/// </summary>
public sealed class HttpFunctions(WebPipeline pipeline)
{
    /// <summary>The website, authenticated by its function key and by the same key in the API.</summary>
    [Function("ApiForWebsite")]
    public IResult ApiForWebsite(
        [HttpTrigger(AuthorizationLevel.Function, Route = "api/{*path}")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    /// <summary>The figures of the board, authenticated in the API by the token of staff.</summary>
    [Function("ApiForBoard")]
    public IResult ApiForBoard(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/board/{*path}")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    /// <summary>The cadence and its versions, authenticated in the API by the token of staff.</summary>
    [Function("ApiForCadence")]
    public IResult ApiForCadence(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/cadence/{*path}")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    /// <summary>Lists of commands by staff, authenticated in the API by their token.</summary>
    [Function("ApiForCommandLists")]
    public IResult ApiForCommandLists(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/commands")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    /// <summary>The file and the answer of a complaint, authenticated in the API by the token of staff.</summary>
    [Function("ApiForComplaint")]
    public IResult ApiForComplaint(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/complaints/{id}/{*path}")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    /// <summary>The list of complaints, authenticated in the API by the token of staff. The website posts to the same address.</summary>
    [Function("ApiForComplaints")]
    public IResult ApiForComplaints(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/complaints")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    /// <summary>What providers read of a project, for the website and for staff; the API authenticates both.</summary>
    [Function("ApiForFeedReaders")]
    public IResult ApiForFeedReaders(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/projects/{id}/feed")] HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    /// <summary>Joining clients who are one person, authenticated in the API by the token of staff.</summary>
    [Function("ApiForPersons")]
    public IResult ApiForPersons(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/persons/{*path}")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    /// <summary>Reads of one project by the website or by staff. Staff have no function key, so the API authenticates both.</summary>
    [Function("ApiForReaders")]
    public IResult ApiForReaders(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/projects/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    /// <summary>Staff, absences and handing projects over, authenticated in the API by the token of staff.</summary>
    [Function("ApiForStaff")]
    public IResult ApiForStaff(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/staff/{*path}")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    /// <summary>Commands by staff, authenticated in the API by their token.</summary>
    [Function("ApiForStaffCommands")]
    public IResult ApiForStaffCommands(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/projects/{id}/commands")] HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    /// <summary>The queue of staff, authenticated in the API by their token.</summary>
    [Function("ApiForStaffQueue")]
    public IResult ApiForStaffQueue(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/queue")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    /// <summary>The console, authenticated by the session of a staff member.</summary>
    [Function("Console")]
    public IResult Console(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "desk/{*path}")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    /// <summary>Replies that a mail gateway posts, authenticated by a key.</summary>
    [Function("InboundMail")]
    public IResult InboundMail(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "inbound-mail")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    /// <summary>The links in mails. The token of a link authorizes it.</summary>
    [Function("Links")]
    public IResult Links(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "l/{*path}")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    /// <summary>Delivery reports of the mail service, which Event Grid posts, authenticated by a key.</summary>
    [Function("MailEvents")]
    public IResult MailEvents(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "mail-events")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    /// <summary>The start page, sign-in, stylesheets, the OpenAPI document and health.</summary>
    [Function("Site")]
    public IResult Site(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    WebPipeline Dispatch(HttpRequest request, DurableTaskClient durable)
    {
        request.HttpContext.RequestServices.GetRequiredService<DurableClientHolder>().Client = durable;
        return pipeline;
    }
}
