using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web;

/// <summary>The website's and the staff's JSON doors.</summary>
public static class ApiRoutes
{
    static readonly PathString[] Paths = ["/api", "/openapi", "/health", InboundMailEndpoint.Path];

    /// <summary>Answers whatever goes wrong under the API's addresses with a problem; goes before the endpoints.</summary>
    public static IApplicationBuilder UseFollowUpApi(this IApplicationBuilder app) => app.UseWhen(
        http => Paths.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)),
        api => api.UseMiddleware<ApiErrors>());

    public static IEndpointRouteBuilder MapFollowUpApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", HealthDoor.Handle).AlsoHead().ExcludeFromDescription();
        routes.MapApiDescription();

        var api = routes.MapGroup("/api").AddEndpointFilter(Headers);
        api.MapGet("/projects/{id}", ReadDoor.Handle).AlsoHead().Admitting(Admits.Website | Admits.Staff).Describes(Operations.ReadProject);
        MapWebsite(api.MapGroup("").Admitting(Admits.Website));
        MapStaff(api.MapGroup("").Admitting(Admits.Staff));
        return routes;
    }

    static void MapWebsite(RouteGroupBuilder website)
    {
        website.MapPost("/projects", SubmitDoor.Handle).Describes(Operations.Submit);
        website.MapPost("/projects/{id}/provider-actions", WebsiteDoors.ProviderAction).Describes(Operations.ProviderAction);
        website.MapPost("/projects/{id}/signals", WebsiteDoors.Signal).Describes(Operations.Signal);
        website.MapPost("/projects/{id}/questions", QuestionDoor.Ask).Describes(Operations.Ask);
        website.MapGet("/projects/{id}/feed", FeedDoors.OfProject).AlsoHead().Describes(Operations.ProjectFeed);
        website.MapPut("/providers/{id}", ProviderDoor.Put).Describes(Operations.PutProvider);
        website.MapGet("/providers/{id}/feed", FeedDoors.OfProvider).AlsoHead().Describes(Operations.ProviderFeed);
        website.MapPost("/complaints", ComplaintDoor.Handle).Describes(Operations.Complain);
        website.MapGet("/clients/{id}/export", ClientDoors.Export).AlsoHead().Describes(Operations.Export);
        website.MapDelete("/clients/{id}", ClientDoors.Erase).Describes(Operations.Erase);
    }

    static void MapStaff(RouteGroupBuilder staff)
    {
        staff.MapPost("/projects/{id}/commands", CommandDoor.Handle).Describes(Operations.Command);
        staff.MapGet("/queue", QueueDoor.Handle).AlsoHead().Describes(Operations.Queue);
    }

    /// <summary>Endpoints that are mapped by GET alone refuse HEAD.</summary>
    internal static TBuilder AlsoHead<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));

    /// <summary>Answers hold personal data: nobody on the way keeps one.</summary>
    static ValueTask<object?> Headers(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (request, headers) = (context.HttpContext.Request, context.HttpContext.Response.Headers);
        headers.CacheControl = "no-store";
        headers.ContentLanguage = request.AcceptedLanguage().Code();
        headers.Vary = "Accept-Language";
        headers.XContentTypeOptions = "nosniff";
        return next(context);
    }
}
