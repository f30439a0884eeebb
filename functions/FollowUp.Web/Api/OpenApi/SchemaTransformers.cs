using FollowUp.Web.Api.Requests;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;

namespace FollowUp.Web.Api.OpenApi;

/// <summary>Where the generator knows less than the reader: types with JSON of their own, and what a request may not leave out.</summary>
static class SchemaTransformers
{
    const string RequestSuffix = "Request";

    public static Task DescribeValueTypes(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(Instant) || type == typeof(LocalDate))
        {
            schema.Type = JsonSchemaType.String;
            schema.Format = type == typeof(Instant) ? "date-time" : "date";
        }
        else if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. RequestSchema.GetEnumNames(type)!.Order(StringComparer.Ordinal)];
        }

        return Task.CompletedTask;
    }

    /// <summary>The records of requests take null for everything, to be able to say what is missing; who asks must not send it.</summary>
    public static Task MarkRequiredNotNull(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        foreach (var (name, schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (!name.EndsWith(RequestSuffix, StringComparison.Ordinal) || schema.Properties is not { } properties)
            {
                continue;
            }

            foreach (var required in schema.Required ?? new HashSet<string>())
            {
                if (properties.TryGetValue(required, out var property))
                {
                    properties[required] = WithoutNull(property);
                }
            }
        }

        return Task.CompletedTask;
    }

    static IOpenApiSchema WithoutNull(IOpenApiSchema property)
    {
        if (property.OneOf?.FirstOrDefault(s => s is OpenApiSchemaReference) is { } referred)
        {
            return referred;
        }

        if (property is OpenApiSchema { Type: { } type } plain)
        {
            plain.Type = type & ~JsonSchemaType.Null;
        }

        return property;
    }
}
