using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Clients;
using FollowUp.Web.Api.Commands;
using FollowUp.Web.Api.Complaints;
using FollowUp.Web.Api.OpenApi;
using FollowUp.Web.Api.Projects;
using FollowUp.Web.Api.ProviderFeeds;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Api.StaffQueue;
using FollowUp.Web.InboundMail;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web.Api;

/// <summary>The website's and the staff's JSON doors.</summary>
public static class ApiEndpoints
{
    static readonly PathString[] Paths = ["/api", "/openapi", "/health", InboundMailEndpoint.Path];

    /// <summary>Answers whatever goes wrong under the API's addresses with a problem; goes before the endpoints.</summary>
    public static IApplicationBuilder UseFollowUpApi(this IApplicationBuilder app) => app.UseWhen(
        http => Paths.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)),
        api => api.UseMiddleware<ApiErrorMiddleware>());

    public static IEndpointRouteBuilder MapFollowUpApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", HealthEndpoint.Handle).AllowHead().ExcludeFromDescription();
        routes.MapApiDescription();

        var api = routes.MapGroup("/api").AddEndpointFilter(AddResponseHeaders);
        api.MapGet("/projects/{id}", GetProjectEndpoint.Handle).AllowHead().RequireAuthorization(ApiPolicies.WebsiteOrStaff).WithOperation(ApiOperations.ReadProject);
        MapWebsite(api.MapGroup("").RequireAuthorization(ApiPolicies.Website));
        MapStaff(api.MapGroup("").RequireAuthorization(ApiPolicies.Staff));
        return routes;
    }

    static void MapWebsite(RouteGroupBuilder website)
    {
        website.MapPost("/projects", SubmitProjectEndpoint.Handle).WithOperation(ApiOperations.Submit);
        website.MapPost("/projects/{id}/provider-actions", WebsiteReportEndpoints.ProviderAction).WithOperation(ApiOperations.ProviderAction);
        website.MapPost("/projects/{id}/signals", WebsiteReportEndpoints.Signal).WithOperation(ApiOperations.Signal);
        website.MapPost("/projects/{id}/questions", AskQuestionEndpoint.Handle).WithOperation(ApiOperations.Ask);
        website.MapGet("/projects/{id}/feed", FeedEndpoints.GetProjectFeed).AllowHead().WithOperation(ApiOperations.ProjectFeed);
        website.MapPut("/providers/{id}", ProviderEndpoint.Handle).WithOperation(ApiOperations.PutProvider);
        website.MapGet("/providers/{id}/feed", FeedEndpoints.GetProviderFeed).AllowHead().WithOperation(ApiOperations.ProviderFeed);
        website.MapPost("/complaints", ComplaintEndpoint.Handle).WithOperation(ApiOperations.Complain);
        website.MapGet("/clients/{id}/export", ClientEndpoints.Export).AllowHead().WithOperation(ApiOperations.Export);
        website.MapDelete("/clients/{id}", ClientEndpoints.Erase).WithOperation(ApiOperations.Erase);
    }

    static void MapStaff(RouteGroupBuilder staff)
    {
        staff.MapPost("/projects/{id}/commands", CommandEndpoint.Handle).WithOperation(ApiOperations.Command);
        staff.MapGet("/queue", QueueEndpoint.Handle).AllowHead().WithOperation(ApiOperations.Queue);
    }

    /// <summary>Endpoints that are mapped by GET alone refuse HEAD.</summary>
    internal static TBuilder AllowHead<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));

    /// <summary>Answers hold personal data: nobody on the way keeps one.</summary>
    static ValueTask<object?> AddResponseHeaders(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (request, headers) = (context.HttpContext.Request, context.HttpContext.Response.Headers);
        headers.CacheControl = "no-store";
        headers.ContentLanguage = request.AcceptedLanguage().ToLanguageCode();
        headers.Vary = "Accept-Language";
        headers.XContentTypeOptions = "nosniff";
        return next(context);
    }
}
