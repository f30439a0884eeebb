using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Shared.Http;

static class ResultExtensions
{
    /// <param name="path">A path that this application makes, never one taken from a request.</param>
    public static IResult SeeOther(this IResultExtensions results, string path)
    {
        ArgumentNullException.ThrowIfNull(results);
        return new SeeOtherResult(path);
    }
}
