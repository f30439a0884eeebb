using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Shared.Http;

/// <summary>After a form was taken: the browser fetches a page, so that reloading it sends nothing again.</summary>
sealed class SeeOther(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}

static class SeeOtherResult
{
    /// <param name="path">Always a path of ours, never one that a request brought.</param>
    public static IResult SeeOther(this IResultExtensions results, string path)
    {
        ArgumentNullException.ThrowIfNull(results);
        return new SeeOther(path);
    }
}
