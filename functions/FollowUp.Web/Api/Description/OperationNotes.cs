using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FollowUp.Web;

/// <summary>What an endpoint's code does not say by itself: who may call it, and the headers that it heeds.</summary>
sealed class OperationNotes : IOpenApiOperationTransformer
{
    public const string Key = "websiteKey";
    public const string Token = "staffToken";

    static readonly string[] OfProject = ["reportProviderAction", "reportSignal", "askQuestion", "giveCommand"];

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var guard = context.Description.ActionDescriptor.EndpointMetadata.OfType<Guard>().Last();
        operation.Security = [];
        Require(operation, context.Document!, guard.Admits.HasFlag(Admits.Website), Key);
        Require(operation, context.Document!, guard.Admits.HasFlag(Admits.Staff), Token);
        operation.Parameters ??= [];
        if (context.Description.HttpMethod == HttpMethod.Post.Method)
        {
            operation.Parameters.Add(Header(RepeatKey.Header, RepeatKey.Description));
        }

        if (OfProject.Contains(operation.OperationId))
        {
            operation.Parameters.Add(Header("If-Match", "Act only at this version, in quotes as in ETag; else 412."));
        }

        operation.Parameters.Add(Header("Accept-Language", "fr (default) or en."));
        return Task.CompletedTask;
    }

    static void Require(OpenApiOperation operation, OpenApiDocument document, bool admitted, string scheme)
    {
        if (admitted)
        {
            operation.Security!.Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, document)] = [] });
        }
    }

    static OpenApiParameter Header(string name, string description) => new()
    {
        Name = name, In = ParameterLocation.Header, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
