using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using FollowUp.Web.Console.Passkeys;
using FollowUp.Web.Links;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Setup;
using FollowUp.Web.Shared.StandardPages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Console.SignIn;

/// <summary>Signing in to the console by a mailed link, in a demonstration by one click, and signing out.</summary>
static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder app, PagesOptions options)
    {
        var pages = app.MapGroup(ConsoleAddresses.Day).WithPageHeaders(PageSecurityHeaders.Pages).ExcludeFromDescription();
        pages.MapMethods("/sign-in", [HttpMethods.Get, HttpMethods.Head], Show);
        pages.MapPost("/sign-in", SendLink);
        pages.MapPost("/sign-out", (Delegate)SignOut);
        if (options.Demo)
        {
            pages.MapPost("/sign-in/demo", SignInToDemo);
        }
    }

    static async Task<IResult> Show(HttpContext context, IDirectory directory, IOptionsMonitor<PagesOptions> options, string? project) =>
        PageResult.Create<SignInPage>(context.GetLanguage(), await CreateViewModel(context, directory, options, project));

    static async Task<IResult> SendLink(
        HttpContext context, IDirectory directory, SignInMails mails, LinkRateLimits rateLimits, IOptionsMonitor<PagesOptions> options)
    {
        var form = await context.ReadPostedForm();
        if (!form.HasValidToken)
        {
            return await ShowError(context, directory, options, form, FormMessages.PageExpired);
        }

        var address = StaffId.Normalize(form["email"]);
        if (address.Length is 0 or > 254 || !address.Contains('@', StringComparison.Ordinal))
        {
            return await ShowError(context, directory, options, form, new("Une adresse mail est attendue.", "An email address is expected."));
        }

        // The answer is the same for an unknown address and for one over its limit, and takes the same time, so that it reveals no address: the mail is only
        // enqueued here, and an unknown address is enqueued too.
        switch (await rateLimits.AcquireSignInMail(address, context.Connection.RemoteIpAddress, context.RequestAborted))
        {
            case SignInMailPermit.Granted:
                await mails.Enqueue(await directory.FindStaff(address, context.RequestAborted), ParseProjectId(form["project"]), context.RequestAborted);
                break;
            case SignInMailPermit.CallerIsOver:
                return PageResult.Create<TooManyRequestsPage>(context.GetLanguage(), status: StatusCodes.Status429TooManyRequests);
        }

        return PageResult.Create<SignInSentPage>(context.GetLanguage());
    }

    static async Task<IResult> SignInToDemo(
        HttpContext context, IDirectory directory, SecondStepHandler secondStep, IOptionsMonitor<PagesOptions> options)
    {
        var form = await context.ReadPostedForm();
        if (!form.HasValidToken)
        {
            return await ShowError(context, directory, options, form, FormMessages.PageExpired);
        }

        if (await directory.FindStaff(form["staff"], context.RequestAborted) is not { } staff)
        {
            return await ShowError(context, directory, options, form, FormMessages.ChooseOne);
        }

        return await secondStep.Begin(staff, ParseProjectId(form["project"]), context);
    }

    static async Task<IResult> SignOut(HttpContext context)
    {
        if ((await context.ReadPostedForm()).HasValidToken)
        {
            await StaffSession.SignOut(context);
        }

        return Results.Extensions.SeeOther(ConsoleAddresses.SignIn());
    }

    static async Task<IResult> ShowError(
        HttpContext context, IDirectory directory, IOptionsMonitor<PagesOptions> options, PostedForm form, LocalizedText error) => PageResult.Create<SignInPage>(
        context.GetLanguage(), await CreateViewModel(context, directory, options, form["project"]) with { Error = error }, StatusCodes.Status400BadRequest);

    static async Task<SignInViewModel> CreateViewModel(HttpContext context, IDirectory directory, IOptionsMonitor<PagesOptions> options, string? project)
    {
        var staff = await directory.AllStaff(context.RequestAborted);
        return new(ParseProjectId(project), options.CurrentValue.Demo ? staff : []) { HasManager = staff.Any(s => s.Role == Role.Manager) };
    }

    /// <summary>The project to open after signing in; null without one or for an impossible id.</summary>
    static string? ParseProjectId(string? text) => text is { Length: > 0 and <= 100 } ? text : null;
}
