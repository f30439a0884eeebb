using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Web;

/// <summary>
/// The links in mails. GET shows the case and the choices and changes nothing, whoever fetches it; only the POST of a visible form acts.
/// </summary>
static class LinkEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var links = app.MapGroup("/l/{token}").WithPageHeaders(PageHeaders.Links).ExcludeFromDescription();
        links.MapMethods("", [HttpMethods.Get, HttpMethods.Head], Show);
        links.MapPost("", Act);
        links.MapMethods("/unsubscribe", [HttpMethods.Get, HttpMethods.Head], ShowUnsubscribe);
        links.MapPost("/unsubscribe", Unsubscribe);
    }

    static async Task<IResult> Show(
        string token, HttpContext context, LinkBuilder links, LinkFetches fetches, ClientLinks clients, ApprovalLinks approvals,
        UndoLinks undos, SignInLinks signIns)
    {
        if (links.Read(token) is not { } link)
        {
            return Missed(context);
        }

        await fetches.Note(link, context);
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
        string token, HttpContext context, LinkBuilder links, LinkBudget budget, ClientLinks clients, ApprovalLinks approvals,
        UndoLinks undos, SignInLinks signIns)
    {
        if (links.Read(token) is not { } link)
        {
            return Missed(context);
        }

        if (!budget.Allows(link.Key, context.Connection.RemoteIpAddress))
        {
            return TooMany(context);
        }

        return link switch
        {
            { IsOfClient: true } => await clients.Act(link, token, context),
            { Purpose: LinkPurpose.Approval } => await approvals.Act(link, token, context),
            { Purpose: LinkPurpose.Undo } => await undos.Act(link, token, context),
            { Purpose: LinkPurpose.SignIn } => await signIns.Act(link, token, context),
            _ => Unknown(),
        };
    }

    /// <summary>Some mail programs open the address of <c>List-Unsubscribe</c>: they get the page with the button.</summary>
    static async Task<IResult> ShowUnsubscribe(string token, HttpContext context, LinkBuilder links, LinkFetches fetches, ClientLinks clients)
    {
        if (links.Read(token) is not { IsOfClient: true } link)
        {
            return Missed(context);
        }

        await fetches.Note(link, context);
        return await clients.Show(link, token, context);
    }

    static async Task<IResult> Unsubscribe(
        string token, HttpContext context, LinkBuilder links, LinkBudget budget, ClientOptOut optOut)
    {
        if (links.Read(token) is not { IsOfClient: true } link)
        {
            return Missed(context);
        }

        return budget.Allows(link.Key, context.Connection.RemoteIpAddress) ? await optOut.Act(link, token, context) : TooMany(context);
    }

    /// <summary>Forged, unknown and expired links get the same answer, in both languages: no project is known that could tell which.</summary>
    public static IResult Unknown() =>
        Page.Of<UnknownLinkPage>(FollowUp.Domain.Text.Language.French, status: StatusCodes.Status404NotFound);

    /// <summary>The same, to an address that has not yet tried too often.</summary>
    static IResult Missed(HttpContext context) =>
        context.RequestServices.GetRequiredService<LinkBudget>().AllowsMiss(context.Connection.RemoteIpAddress) ? Unknown() : TooMany(context);

    static IResult TooMany(HttpContext context) =>
        Page.Of<TooManyPage>(context.Language(), status: StatusCodes.Status429TooManyRequests);
}
