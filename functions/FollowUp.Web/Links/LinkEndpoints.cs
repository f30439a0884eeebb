using FollowUp.Web.Console.SignIn;
using FollowUp.Web.Links.Approvals;
using FollowUp.Web.Links.ClientPages;
using FollowUp.Web.Links.Fetches;
using FollowUp.Web.Links.UndoPages;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.StandardPages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Web.Links;

/// <summary>
/// The links in mails. GET shows the case and the choices and changes nothing, whoever fetches it; only the POST of a visible form acts.
/// </summary>
static class LinkEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var links = app.MapGroup("/l/{token}").WithPageHeaders(PageSecurityHeaders.Links).ExcludeFromDescription();
        links.MapMethods("", [HttpMethods.Get, HttpMethods.Head], Show);
        links.MapPost("", Act);
        links.MapMethods("/unsubscribe", [HttpMethods.Get, HttpMethods.Head], ShowUnsubscribe);
        links.MapPost("/unsubscribe", Unsubscribe);
    }

    static async Task<IResult> Show(
        string token, HttpContext context, LinkTokens links, LinkFetchLog fetches, ClientLinkHandler clients, ApprovalLinkHandler approvals,
        UndoLinkHandler undos, SignInLinkHandler signIns)
    {
        if (links.ReadToken(token) is not { } link)
        {
            return UnknownOrThrottled(context);
        }

        await fetches.Record(link, context);
        return link switch
        {
            { IsOfClient: true } => await clients.Show(link, token, context),
            { Purpose: LinkPurpose.Approval } => await approvals.Show(link, token, context),
            { Purpose: LinkPurpose.Undo } => await undos.Show(link, token, context),
            { Purpose: LinkPurpose.SignIn } => await signIns.Show(link, token, context),
            _ => Unknown(),
        };
    }

    static async Task<IResult> Act(
        string token, HttpContext context, LinkTokens links, LinkRateLimits budget, ClientLinkHandler clients, ApprovalLinkHandler approvals,
        UndoLinkHandler undos, SignInLinkHandler signIns)
    {
        if (links.ReadToken(token) is not { } link)
        {
            return UnknownOrThrottled(context);
        }

        if (!budget.TryAcquirePost(link.Key, context.Connection.RemoteIpAddress))
        {
            return TooMany(context);
        }

        return link switch
        {
            { IsOfClient: true } => await clients.Act(link, token, context),
            { Purpose: LinkPurpose.Approval } => await approvals.Act(link, token, context),
            { Purpose: LinkPurpose.Undo } => await undos.Act(link, token, context),
            { Purpose: LinkPurpose.SignIn } => await signIns.SignIn(link, token, context),
            _ => Unknown(),
        };
    }

    /// <summary>Some mail programs open the address of <c>List-Unsubscribe</c>: they get the page with the button.</summary>
    static async Task<IResult> ShowUnsubscribe(string token, HttpContext context, LinkTokens links, LinkFetchLog fetches, ClientLinkHandler clients)
    {
        if (links.ReadToken(token) is not { IsOfClient: true } link)
        {
            return UnknownOrThrottled(context);
        }

        await fetches.Record(link, context);
        return await clients.Show(link, token, context);
    }

    static async Task<IResult> Unsubscribe(
        string token, HttpContext context, LinkTokens links, LinkRateLimits budget, OptOutHandler optOut)
    {
        if (links.ReadToken(token) is not { IsOfClient: true } link)
        {
            return UnknownOrThrottled(context);
        }

        return budget.TryAcquirePost(link.Key, context.Connection.RemoteIpAddress) ? await optOut.Act(link, token, context) : TooMany(context);
    }

    /// <summary>Forged, unknown and expired links get the same answer, in both languages: no project is known that could tell which.</summary>
    public static IResult Unknown() =>
        PageResult.Create<UnknownLinkPage>(FollowUp.Domain.Text.Language.French, status: StatusCodes.Status404NotFound);

    /// <summary>The same, to an address that has not yet tried too often.</summary>
    static IResult UnknownOrThrottled(HttpContext context) =>
        context.RequestServices.GetRequiredService<LinkRateLimits>().TryAcquireUnknownLink(context.Connection.RemoteIpAddress) ? Unknown() : TooMany(context);

    static IResult TooMany(HttpContext context) =>
        PageResult.Create<TooManyRequestsPage>(context.GetLanguage(), status: StatusCodes.Status429TooManyRequests);
}
