using System.Text.Json.Nodes;
using FluentValidation.Validators;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using NodaTime;

namespace FollowUp.Web.Api.OpenApi;

/// <summary>Adds what the generator does not know: types with a JSON converter of their own, and the rules of requests.</summary>
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
        else if (KebabCaseEnumConverter.GetNames(type) is { } names)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. names.Select(name => (JsonNode)name)];
        }

        return Task.CompletedTask;
    }

    /// <summary>Takes the required fields and the longest texts from the request's validator. Conditional rules do not count.</summary>
    public static Task DescribeRules(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var validators = context.ApplicationServices.GetRequiredService<RequestValidators>();
        if (schema.Properties is not { } properties || validators.Find(context.JsonTypeInfo.Type)?.CreateDescriptor() is not { } rules)
        {
            return Task.CompletedTask;
        }

        var members = context.JsonTypeInfo.Properties.ToDictionary(p => p.Name, p => ((System.Reflection.MemberInfo)p.AttributeProvider!).Name);
        foreach (var (name, property) in properties)
        {
            var unconditional = rules.GetRulesForMember(members.GetValueOrDefault(name, name))
                .Where(rule => !rule.HasCondition && !rule.HasAsyncCondition)
                .SelectMany(rule => rule.Components.Where(part => !part.HasCondition && !part.HasAsyncCondition)).Select(part => part.Validator).ToArray();
            if (unconditional.OfType<INotNullValidator>().Any())
            {
                (schema.Required ??= new HashSet<string>()).Add(name);
            }

            if (property is OpenApiSchema text && unconditional.OfType<ILengthValidator>().FirstOrDefault() is { Max: > 0 and var longest })
            {
                text.MaxLength = longest;
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Request records take null for every field so that a validator can name all missing ones; a required field may not be null.</summary>
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
