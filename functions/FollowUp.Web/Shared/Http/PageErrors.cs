using FollowUp.Web.Api;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.StandardPages;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FollowUp.Web.Shared.Http;

/// <summary>
/// Answers an exception behind a page with the error page; leaves the API to <see cref="ApiExceptionHandler"/>. The log has the exception's type
/// and stack, but not its message, which may hold personal data.
/// </summary>
sealed class PageErrors(ILogger<PageErrors> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (ApiEndpoints.IsApiPath(httpContext.Request.Path))
        {
            return false;
        }

        var bad = exception as BadHttpRequestException;
        if (bad is null)
        {
            log.LogError(
                "{Method} {Endpoint} failed ({Reason}); the error page is returned{StackTrace}", httpContext.Request.Method,
                httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint, exception.GetType(), exception.StackTrace);
        }

        await Answer(httpContext, bad?.StatusCode ?? StatusCodes.Status500InternalServerError);
        return true;
    }

    /// <summary>Answers with the page for a status: there is no such page, or something went wrong.</summary>
    public static Task Answer(HttpContext context, int status)
    {
        PageSecurityHeaders.Set(context.Response.Headers, PageSecurityHeaders.Pages);
        var page = status is StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed
            ? PageResult.Create<NotFoundPage>(context.GetLanguage(), status: status)
            : PageResult.Create<ErrorPage>(context.GetLanguage(), status: status);
        return page.ExecuteAsync(context);
    }
}
