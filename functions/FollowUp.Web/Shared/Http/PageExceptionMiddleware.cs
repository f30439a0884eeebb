using FollowUp.Domain.Text;
using FollowUp.Web.Shared.StandardPages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FollowUp.Web.Shared.Http;

/// <summary>
/// Answers an exception behind a page with the error page. The log has the exception's type and stack, but not its message, which may hold
/// personal data.
/// </summary>
sealed class PageExceptionMiddleware(RequestDelegate next, ILogger<PageExceptionMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            var bad = failure as BadHttpRequestException;
            if (bad is null)
            {
                log.LogError(
                    "{Method} {Endpoint} failed ({Reason}); the error page is returned{StackTrace}", context.Request.Method, context.GetEndpoint(),
                    failure.GetType(), failure.StackTrace);
            }

            context.Response.Clear();
            PageSecurityHeaders.Set(context.Response.Headers, PageSecurityHeaders.Pages);
            await PageResult.Create<ErrorPage>(context.GetLanguage(Language.French), status: bad?.StatusCode ?? StatusCodes.Status500InternalServerError)
                .ExecuteAsync(context);
        }
    }
}
