using System.Reflection;
using System.Text.Json;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Web;

/// <summary>
/// A JSON request: an endpoint takes it as a parameter and reads it when it is ready to, which is after it knows who asks.
/// </summary>
sealed class Body<T> : IBindableFromHttpContext<Body<T>>, IEndpointParameterMetadataProvider
    where T : class
{
    static readonly JsonDocumentOptions Strict = new() { MaxDepth = ApiJson.MaxDepth };

    readonly HttpContext http;
    T? request;

    Body(HttpContext http)
    {
        this.http = http;
        var services = http.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().Now();
        Check = new Checks(http.Request.AcceptedLanguage(), now, services.GetRequiredService<WorkingCalendar>());
    }

    /// <summary>What is wrong with the request.</summary>
    public Checks Check { get; }

    public T Request => request ?? throw new InvalidOperationException("Read the body first.");

    public CancellationToken Aborted => http.RequestAborted;

    /// <summary>Makes a repeat of this request recognisable, when it came with an <c>Idempotency-Key</c>.</summary>
    public IdempotencyKey? Once(Caller caller) =>
        RepeatKey.Of(http.Request) is { } key ? RepeatKey.Once(key, caller, http.Request.Path, Request) : null;

    /// <returns>Null when the request can be looked at further, even if something is wrong with it; else the answer to give.</returns>
    public async Task<IResult?> Read()
    {
        if (!http.Request.HasJsonContentType())
        {
            return Problem.UnsupportedMediaType(Check.Language);
        }

        if (await BodyBytes.Read(http.Request, http.RequestAborted) is not { } bytes)
        {
            return Problem.TooLarge(Check.Language);
        }

        RepeatKey.Check(http.Request, Check);
        try
        {
            using var json = JsonDocument.Parse(bytes, Strict);
            request = Shape.Read<T>(json.RootElement, Check);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            Check.Refuse(Shape.Whole, Broken(e as JsonException));
        }

        return request is null ? Problem.Of(Check) : null;
    }

    public static ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter) => new(new Body<T>(context));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));

    static LocalizedText Broken(JsonException? fault) => fault is { LineNumber: { } line, BytePositionInLine: { } position }
        ? new LocalizedText(
            $"n’est pas du JSON valide : ligne {line + 1}, octet {position + 1}",
            $"is not valid JSON: line {line + 1}, byte {position + 1}")
        : new LocalizedText("n’est pas du JSON valide", "is not valid JSON");
}
