using System.Text.Json;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Logging;

namespace FollowUp.Web.Api.Responses;

/// <summary>Answers an exception under the API's addresses with a <see cref="Problem"/>; leaves other addresses to other handlers.</summary>
sealed class ApiExceptionHandler(ILogger<ApiExceptionHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!ApiEndpoints.IsApiPath(httpContext.Request.Path))
        {
            return false;
        }

        var endpoint = httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        await ToProblem(exception, endpoint, httpContext.GetLanguage()).ExecuteAsync(httpContext);
        return true;
    }

    IResult ToProblem(Exception exception, Endpoint? endpoint, Language language)
    {
        var request = endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        switch (exception)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest, InnerException: JsonException unreadable } when request is not null:
                return Problem.Invalid([JsonFault.Describe(unreadable, request)], language);
            case BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } when request is not null:
                return Problem.Invalid([JsonFault.NoObject], language);
            case BadHttpRequestException bad:
                return Problem.ForStatus(bad.StatusCode, language);
            default:
                // The message may quote the request, and logs hold no personal data: only the type and the stack trace are logged.
                log.LogError("{Exception} in {Endpoint}; answered with 500\n{StackTrace}", exception.GetType(), endpoint, exception.StackTrace);
                return Problem.ForStatus(StatusCodes.Status500InternalServerError, language);
        }
    }
}
