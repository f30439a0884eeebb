using FollowUp.Web.Api.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace FollowUp.Web.Api.OpenApi;

/// <summary>The OpenAPI document of the API, at <c>/openapi/v1.json</c>.</summary>
static class OpenApiSetup
{
    public static void AddApiDescription(this IServiceCollection services)
    {
        // The local host's builder leaves the constraint of the document's route out.
        services.Configure<RouteOptions>(routes => routes.SetParameterPolicy<RegexInlineRouteConstraint>("regex"));
        services.AddOpenApi("v1", Describe);
    }

    static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any();
        options.AddDocumentTransformer(DescribeDocument);
        options.AddOperationTransformer<OperationTransformer>();
        options.AddSchemaTransformer(SchemaTransformers.DescribeValueTypes);
        options.AddSchemaTransformer(SchemaTransformers.DescribeRules);
        options.AddDocumentTransformer(SchemaTransformers.MarkRequiredNotNull);
    }

    public static void MapApiDescription(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi/v1.json").AllowHead();

    static Task DescribeDocument(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info.Title = "FollowUp";
        document.Info.Version = "v1";
        document.Info.Description = "The follow-up of projects: the website's API and the staff's.";
        document.Servers?.Clear();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [OperationTransformer.WebsiteKeyScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = WebsiteKeyHandler.Header,
                Description = "The website's key.",
            },
            [OperationTransformer.StaffTokenScheme] = new OpenApiSecurityScheme
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
