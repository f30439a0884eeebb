using FollowUp.Domain.Text;
using FollowUp.Web.Console.SignIn;
using FollowUp.Web.Links.Approvals;
using FollowUp.Web.Links.ClientPages;
using FollowUp.Web.Links.Fetches;
using FollowUp.Web.Links.ProviderPages;
using FollowUp.Web.Links.TakeOvers;
using FollowUp.Web.Links.UndoPages;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.StandardPages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Web.Links;

/// <summary>
/// The links in mails. GET shows the page and changes nothing, because mail scanners fetch links too; only the POST of a visible form
/// records something.
/// </summary>
static class LinkEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var links = app.MapGroup(LinkPath.Prefix + "/{token}").WithPageHeaders(PageSecurityHeaders.Links).ExcludeFromDescription();
        links.MapMethods("", [HttpMethods.Get, HttpMethods.Head], Show);
        links.MapPost("", Act);
        links.MapMethods(LinkPath.Unsubscribe, [HttpMethods.Get, HttpMethods.Head], ShowUnsubscribe);
        links.MapPost(LinkPath.Unsubscribe, Unsubscribe);
    }

    static async Task<IResult> Show(
        string token, HttpContext context, LinkTokens tokens, LinkFetchLog fetches, ClientLinkHandler clients, ApprovalLinkHandler approvals,
        UndoLinkHandler undos, TakeOverLinkHandler takeOvers, SignInLinkHandler signIns, ProviderLinkHandler providers)
    {
        if (tokens.ReadToken(token) is not { } link)
        {
            return await UnknownOrThrottled(context);
        }

        await fetches.Record(link, context);
        return link switch
        {
            { IsOfClient: true } => await clients.Show(link, token, context),
            { Purpose: LinkPurpose.Approval } => await approvals.Show(link, token, context),
            { Purpose: LinkPurpose.Undo } => await undos.Show(link, token, context),
            { Purpose: LinkPurpose.TakeOver } => await takeOvers.Show(link, token, context),
            { Purpose: LinkPurpose.SignIn } => await signIns.Show(link, token, context),
            { Purpose: LinkPurpose.ProviderPage } => await providers.Show(link, token, context),
            _ => Unknown(),
        };
    }

    static async Task<IResult> Act(
        string token, HttpContext context, LinkTokens tokens, LinkRateLimits rateLimits, ClientLinkHandler clients, ApprovalLinkHandler approvals,
        UndoLinkHandler undos, TakeOverLinkHandler takeOvers, SignInLinkHandler signIns, ProviderLinkHandler providers)
    {
        if (tokens.ReadToken(token) is not { } link)
        {
            return await UnknownOrThrottled(context);
        }

        if (!await rateLimits.TryAcquirePost(link.Key, context.Connection.RemoteIpAddress, context.RequestAborted))
        {
            return TooMany(context);
        }

        return link switch
        {
            { IsOfClient: true } => await clients.Act(link, token, context),
            { Purpose: LinkPurpose.Approval } => await approvals.Act(link, token, context),
            { Purpose: LinkPurpose.Undo } => await undos.Act(link, token, context),
            { Purpose: LinkPurpose.TakeOver } => await takeOvers.Act(link, token, context),
            { Purpose: LinkPurpose.SignIn } => await signIns.SignIn(link, token, context),
            { Purpose: LinkPurpose.ProviderPage } => await providers.Act(link, token, context),
            _ => Unknown(),
        };
    }

    /// <summary>Some mail programs open the address of <c>List-Unsubscribe</c> in a browser, which shows the page with the button.</summary>
    static async Task<IResult> ShowUnsubscribe(string token, HttpContext context, LinkTokens tokens, LinkFetchLog fetches, ClientLinkHandler clients, ProviderLinkHandler providers)
    {
        if (tokens.ReadToken(token) is not { } link || !MayUnsubscribe(link))
        {
            return await UnknownOrThrottled(context);
        }

        await fetches.Record(link, context);
        return link.IsOfClient ? await clients.Show(link, token, context) : await providers.Show(link, token, context);
    }

    static async Task<IResult> Unsubscribe(
        string token, HttpContext context, LinkTokens tokens, LinkRateLimits rateLimits, OptOutHandler optOut, ProviderLinkHandler providers)
    {
        if (tokens.ReadToken(token) is not { } link || !MayUnsubscribe(link))
        {
            return await UnknownOrThrottled(context);
        }

        return !await rateLimits.TryAcquirePost(link.Key, context.Connection.RemoteIpAddress, context.RequestAborted) ? TooMany(context)
            : link.IsOfClient ? await optOut.Act(link, token, context)
            : await providers.Unsubscribe(link, token, context);
    }

    static bool MayUnsubscribe(Link link) => link.IsOfClient || link.Purpose == LinkPurpose.ProviderPage;

    /// <summary>404 for forged, unknown and expired links alike, in both languages: without a project the reader's language is unknown.</summary>
    public static IResult Unknown() =>
        PageResult.Create<UnknownLinkPage>(Language.French, status: StatusCodes.Status404NotFound);

    /// <summary>The same, or 429 for a network that has tried too many tokens.</summary>
    static async Task<IResult> UnknownOrThrottled(HttpContext context) =>
        await context.RequestServices.GetRequiredService<LinkRateLimits>().TryAcquireUnknownLink(context.Connection.RemoteIpAddress, context.RequestAborted)
            ? Unknown()
            : TooMany(context);

    static IResult TooMany(HttpContext context) =>
        PageResult.Create<TooManyRequestsPage>(context.GetLanguage(), status: StatusCodes.Status429TooManyRequests);
}
