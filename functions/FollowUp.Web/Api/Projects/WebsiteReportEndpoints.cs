using FollowUp.Domain.Projects.Commands;
using FollowUp.Web.Api.Requests;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Projects;

/// <summary>What the website reports of a project: a provider's action, a client's signal.</summary>
static class WebsiteReportEndpoints
{
    public static Task<IResult> ProviderAction(string id, HttpContext http, ProviderActionRequest request, ProjectCommandHandler handler) =>
        handler.Execute(
            http, id, new ReportProviderAction(request.Provider!, request.Kind!.Value, request.At!.Value), IdempotencyKeyHeader.Read(http, request));

    public static Task<IResult> Signal(string id, HttpContext http, SignalRequest request, ProjectCommandHandler handler)
    {
        // A client who cancels shows interest in no provider.
        var provider = request.Kind == SignalKind.Cancelled ? null : request.Provider;
        return handler.Execute(
            http, id, new ReportSignal(request.Kind!.Value, provider, request.At!.Value, request.Amount), IdempotencyKeyHeader.Read(http, request));
    }
}
