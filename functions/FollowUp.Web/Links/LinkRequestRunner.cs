using FollowUp.Application.Ports;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Links;

/// <summary>Loads the project of a link and answers the request from that state, so that a request without a conflict loads it once.</summary>
sealed class LinkRequestRunner(IProjectStore store)
{
    /// <param name="attempt">
    /// Answers the request. Returns null when another command changed the project before this one was committed: the project is then loaded
    /// again and the attempt repeated.
    /// </param>
    /// <returns>The answer of the attempt; the page for unknown links when the project does not exist.</returns>
    public async Task<IResult> Run(Link link, string token, HttpContext context, Func<OpenedLink, Task<IResult?>> attempt)
    {
        while (await store.LoadWithIdempotencyRecord(link.ProjectId, link.Key, context.RequestAborted) is { } stored)
        {
            var opened = new OpenedLink
            {
                Link = link,
                Token = token,
                RequestedLanguage = context.GetRequestedLanguage(),
                Stored = stored with { IdempotencyRecord = null },
                UseRecord = stored.IdempotencyRecord,
            };
            if (await attempt(opened) is { } answer)
            {
                return answer;
            }
        }

        return LinkEndpoints.Unknown();
    }
}
