using FollowUp.Web.InboundMail;
using FollowUp.Web.InboundMail.MailEvents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace FollowUp.Web.Shared.Http;

/// <summary>
/// Moves the key of a caller that can send no header of its own from the query to the header, before anything records the address. Only the addresses of other
/// systems have such a key.
/// </summary>
static class QueryKeys
{
    const string Name = "key";

    public static Task Move(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (FindHeader(request.Path) is { } header && request.Query.ContainsKey(Name))
        {
            if (!request.Headers.ContainsKey(header))
            {
                request.Headers[header] = request.Query[Name].ToString();
            }

            request.QueryString = new QueryBuilder(request.Query.Where(pair => !string.Equals(pair.Key, Name, StringComparison.OrdinalIgnoreCase))).ToQueryString();
        }

        return next(context);
    }

    static string? FindHeader(PathString path) =>
        path.StartsWithSegments(InboundMailEndpoint.Path, StringComparison.OrdinalIgnoreCase) ? InboundMailKey.Header
        : path.StartsWithSegments(MailEventsEndpoint.Path, StringComparison.OrdinalIgnoreCase) ? MailEventsEndpoint.KeyHeader
        : null;
}
