using FollowUp.Application.FirstStart;
using FollowUp.Domain.Text;
using FollowUp.Web.Console;
using FollowUp.Web.Console.SignIn;
using FollowUp.Web.Links;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.StandardPages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web.FirstStart;

/// <summary>
/// The page that makes the first manager and the settings of the department, behind a one-time address. A token that is used, expired or unknown
/// gets the page of an unknown address.
/// </summary>
static class SetupEndpoints
{
    static readonly LocalizedText AlreadySetUp = new(
        "Cette adresse a servi, ou l’installation a déjà un responsable : rien n’a été enregistré.",
        "This address was used, or the installation has a manager already: nothing was recorded.");

    public static void Map(IEndpointRouteBuilder app)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        var pages = app.MapGroup(SetupAddress.Path).WithPageHeaders(PageSecurityHeaders.Pages).ExcludeFromDescription();
        pages.MapMethods("", reading, ShowWithoutToken);
        pages.MapMethods("/{token}", reading, Show);
        pages.MapPost("/{token}", Complete);
    }

    /// <summary>Says where the address is found; leads to the console once the department is set up.</summary>
    static async Task<IResult> ShowWithoutToken(HttpContext context, DepartmentSetup setup) => await setup.HasManager(context.RequestAborted)
        ? Results.Extensions.SeeOther(ConsoleAddresses.Day)
        : PageResult.Create<SetupNeededPage>(context.GetLanguage());

    static async Task<IResult> Show(string token, HttpContext context, SetupAddress address, LinkRateLimits rateLimits) =>
        await address.IsLive(token, context.RequestAborted)
            ? PageResult.Create<SetupPage>(context.GetLanguage(), new SetupViewModel(Action(token), FormEcho.Empty))
            : await rateLimits.TryAcquireUnknownLink(context.Connection.RemoteIpAddress, context.RequestAborted)
                ? NotFound(context)
                : PageResult.Create<TooManyRequestsPage>(context.GetLanguage(), status: StatusCodes.Status429TooManyRequests);

    static async Task<IResult> Complete(
        string token, HttpContext context, SetupAddress address, DepartmentSetup setup, FormReader forms,
        LinkRateLimits rateLimits)
    {
        var cancellation = context.RequestAborted;
        var form = await context.ReadPostedForm();
        if (!await rateLimits.TryAcquirePost($"setup:{SetupTokens.Hash(token)}", context.Connection.RemoteIpAddress, cancellation))
        {
            return PageResult.Create<TooManyRequestsPage>(context.GetLanguage(), status: StatusCodes.Status429TooManyRequests);
        }

        if (!await address.IsLive(token, cancellation))
        {
            return NotFound(context);
        }

        if (!form.HasValidToken)
        {
            return ShowForm(token, context, FormEcho.Refused(FormMessages.PageExpired, form.Values), StatusCodes.Status400BadRequest);
        }

        var read = await forms.Read<SetupRequest>(form.Values, cancellation);
        if (!read.IsValid)
        {
            return ShowForm(token, context, FormEcho.WithErrors(form.Values, read.Errors), StatusCodes.Status400BadRequest);
        }

        if (!await address.TryUse(token, cancellation))
        {
            return ShowForm(token, context, FormEcho.Refused(AlreadySetUp, form.Values), StatusCodes.Status409Conflict);
        }

        var manager = await setup.Complete(read.Request.ToSettings(), cancellation);
        await StaffSession.SignIn(context, manager);
        return Results.Extensions.SeeOther(ConsoleAddresses.Day);
    }

    static string Action(string token) => $"{SetupAddress.Path}/{Uri.EscapeDataString(token)}";

    static IResult ShowForm(string token, HttpContext context, FormEcho echo, int status) =>
        PageResult.Create<SetupPage>(context.GetLanguage(), new SetupViewModel(Action(token), echo), status);

    static IResult NotFound(HttpContext context) => PageResult.Create<NotFoundPage>(context.GetLanguage(), status: StatusCodes.Status404NotFound);
}
