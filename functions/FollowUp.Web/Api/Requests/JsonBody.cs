using System.Reflection;
using System.Text.Json;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Web.Api.Requests;

/// <summary>
/// A JSON request: an endpoint takes it as a parameter and reads it when it is ready to, which is after it knows who asks.
/// </summary>
sealed class JsonBody<T> : IBindableFromHttpContext<JsonBody<T>>, IEndpointParameterMetadataProvider
    where T : class
{
    static readonly JsonDocumentOptions Strict = new() { MaxDepth = ApiJsonOptions.MaxDepth };

    readonly HttpContext http;
    T? request;

    JsonBody(HttpContext http)
    {
        this.http = http;
        var services = http.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetCurrentInstant();
        Validator = new InputValidator(http.Request.AcceptedLanguage(), now, services.GetRequiredService<WorkingCalendar>());
    }

    /// <summary>What is wrong with the request.</summary>
    public InputValidator Validator { get; }

    public T Request => request ?? throw new InvalidOperationException("Read the body first.");

    public CancellationToken Aborted => http.RequestAborted;

    /// <summary>Makes a repeat of this request recognisable, when it came with an <c>Idempotency-Key</c>.</summary>
    public IdempotencyKey? ReadIdempotencyKey(ApiCaller caller) =>
        IdempotencyKeyHeader.Read(http.Request) is { } key ? IdempotencyKeyHeader.ToIdempotencyKey(key, caller, http.Request.Path, Request) : null;

    /// <returns>Null when the request can be looked at further, even if something is wrong with it; else the answer to give.</returns>
    public async Task<IResult?> Read()
    {
        if (!http.Request.HasJsonContentType())
        {
            return Problem.UnsupportedMediaType(Validator.Language);
        }

        if (await LimitedBodyReader.Read(http.Request, http.RequestAborted) is not { } bytes)
        {
            return Problem.TooLarge(Validator.Language);
        }

        IdempotencyKeyHeader.Validate(http.Request, Validator);
        try
        {
            using var json = JsonDocument.Parse(bytes, Strict);
            request = JsonRequestReader.Read<T>(json.RootElement, Validator);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            Validator.AddError(JsonRequestReader.WholeBody, InvalidJson(e as JsonException));
        }

        return request is null ? Problem.Of(Validator) : null;
    }

    public static ValueTask<JsonBody<T>?> BindAsync(HttpContext context, ParameterInfo parameter) => new(new JsonBody<T>(context));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));

    static LocalizedText InvalidJson(JsonException? fault) => fault is { LineNumber: { } line, BytePositionInLine: { } position }
        ? new LocalizedText(
            $"n’est pas du JSON valide : ligne {line + 1}, octet {position + 1}",
            $"is not valid JSON: line {line + 1}, byte {position + 1}")
        : new LocalizedText("n’est pas du JSON valide", "is not valid JSON");
}
