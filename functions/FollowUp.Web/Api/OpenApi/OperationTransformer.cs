using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FollowUp.Web.Api.OpenApi;

/// <summary>Adds what the generator does not know: who may call an operation, and the headers that it reads.</summary>
sealed class OperationTransformer : IOpenApiOperationTransformer
{
    public const string WebsiteKeyScheme = "websiteKey";
    public const string StaffTokenScheme = "staffToken";

    static readonly string[] OperationsWithIfMatch = ["reportProviderAction", "reportSignal", "askQuestion", "giveCommand", "putCadence"];

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var policy = context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Last().Policy!;
        operation.Security = [];
        AddSecurity(operation, context.Document!, ApiPolicies.Schemes[policy].Contains(WebsiteKeyHandler.Name), WebsiteKeyScheme);
        AddSecurity(operation, context.Document!, ApiPolicies.Schemes[policy].Contains(StaffTokenHandler.Name), StaffTokenScheme);
        operation.Parameters ??= [];
        if (context.Description.HttpMethod == HttpMethod.Post.Method && operation.OperationId != ApiOperations.Batch.Name)
        {
            operation.Parameters.Add(Header(IdempotencyKeyHeader.Header, IdempotencyKeyHeader.Description));
        }

        if (OperationsWithIfMatch.Contains(operation.OperationId))
        {
            operation.Parameters.Add(Header("If-Match", "Act only at this version, in quotes as in ETag; else 412."));
        }

        operation.Parameters.Add(Header("Accept-Language", "fr (default) or en."));
        return Task.CompletedTask;
    }

    static void AddSecurity(OpenApiOperation operation, OpenApiDocument document, bool isAllowed, string scheme)
    {
        if (isAllowed)
        {
            operation.Security!.Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, document)] = [] });
        }
    }

    static OpenApiParameter Header(string name, string description) => new()
    {
        Name = name, In = ParameterLocation.Header, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
