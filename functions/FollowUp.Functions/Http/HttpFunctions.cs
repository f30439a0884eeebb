using FollowUp.Functions.Orchestration;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Functions.Http;

/// <summary>
/// One function an audience. The host tries routes in the alphabetical order of the functions' names, not by how specific they are: what
/// staff may ask for comes before the website's, and the one that takes everything else has the last name.
/// </summary>
public sealed class HttpFunctions(WebPipeline pipeline)
{
    /// <summary>The website: its function key, and the same key again in code.</summary>
    [Function("ApiForWebsite")]
    public IResult ApiForWebsite(
        [HttpTrigger(AuthorizationLevel.Function, Route = "api/{*path}")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    /// <summary>Where a project stands is read by the website and by staff, who have no function key: one or the other is asked for in code.</summary>
    [Function("ApiForReaders")]
    public IResult ApiForReaders(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/projects/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    /// <summary>Staff have no function key: their token is asked for in code.</summary>
    [Function("ApiForStaffCommands")]
    public IResult ApiForStaffCommands(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/projects/{id}/commands")] HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    [Function("ApiForStaffQueue")]
    public IResult ApiForStaffQueue(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/queue")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    /// <summary>Staff in the console: a session, asked for in code.</summary>
    [Function("Console")]
    public IResult Console(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "desk/{*path}")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    /// <summary>A mail gateway with what people answer: a key, asked for in code.</summary>
    [Function("InboundMail")]
    public IResult InboundMail(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "inbound-mail")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    /// <summary>Clients, providers and staff by the links in their mails: the token is the right.</summary>
    [Function("Links")]
    public IResult Links(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "l/{*path}")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    /// <summary>The mail service's reports, by Event Grid: a key, asked for in code.</summary>
    [Function("MailEvents")]
    public IResult MailEvents(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "mail-events")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        Dispatch(request, durable);

    /// <summary>The front page, sign-in, stylesheets, the API's description, health.</summary>
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
