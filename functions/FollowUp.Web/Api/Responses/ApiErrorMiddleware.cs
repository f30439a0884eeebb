using FollowUp.Web.Api.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FollowUp.Web.Api.Responses;

/// <summary>Whatever goes wrong before, in or after an endpoint is answered with a problem, in Development as anywhere.</summary>
sealed class ApiErrorMiddleware(RequestDelegate next, ILogger<ApiErrorMiddleware> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var response = http.Response;
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException bad) when (!response.HasStarted)
        {
            response.Clear();
            response.StatusCode = bad.StatusCode;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure) when (!response.HasStarted)
        {
            // The message may quote what was asked, and a log holds no personal data: the type and the place must do.
            log.LogError("{Failure} in {Endpoint}{Place}", failure.GetType(), http.GetEndpoint(), failure.StackTrace);
            response.Clear();
            response.StatusCode = StatusCodes.Status500InternalServerError;
        }

        if (response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
        {
            await Problem.ForStatus(response.StatusCode, http.Request.AcceptedLanguage()).ExecuteAsync(http);
        }
    }
}
