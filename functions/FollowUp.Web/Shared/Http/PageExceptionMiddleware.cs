using FollowUp.Domain.Text;
using FollowUp.Web.Shared.StandardPages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FollowUp.Web.Shared.Http;

/// <summary>Whatever goes wrong behind a page is answered with a page; the log says what and where, and names nobody.</summary>
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
                    "{Failure} at {Method} {Endpoint}{Place}", failure.GetType(), context.Request.Method, context.GetEndpoint(), failure.StackTrace);
            }

            context.Response.Clear();
            PageSecurityHeaders.Set(context.Response.Headers, PageSecurityHeaders.Pages);
            await PageResult.Create<ErrorPage>(context.GetLanguage(Language.French), status: bad?.StatusCode ?? StatusCodes.Status500InternalServerError)
                .ExecuteAsync(context);
        }
    }
}
