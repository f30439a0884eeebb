using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Shared.Http;

/// <summary>303 See Other after a recorded form: the browser fetches a page, and reloading that page posts nothing again.</summary>
sealed class SeeOtherResult(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
