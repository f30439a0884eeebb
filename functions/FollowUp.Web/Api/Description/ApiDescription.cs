using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace FollowUp.Web;

/// <summary>The OpenAPI document of the JSON doors, at <c>/openapi/v1.json</c>.</summary>
static class ApiDescription
{
    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = description => description.ActionDescriptor.EndpointMetadata.OfType<Guard>().Any();
        options.AddDocumentTransformer(About);
        options.AddOperationTransformer<OperationNotes>();
        options.AddSchemaTransformer(SchemaNotes.Values);
        options.AddDocumentTransformer(SchemaNotes.Requests);
    });

    public static void MapApiDescription(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi/{documentName}.json").AlsoHead();

    static Task About(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info.Title = "FollowUp";
        document.Info.Version = "v1";
        document.Info.Description = "The follow-up of projects: the website's API and the staff's.";
        document.Servers?.Clear();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [OperationNotes.Key] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = WebsiteKey.Header,
                Description = "The website's key.",
            },
            [OperationNotes.Token] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A staff member's token.",
            },
        };
        foreach (var path in document.Paths.Values)
        {
            path.Operations?.Remove(HttpMethod.Head);
        }

        return Task.CompletedTask;
    }
}
