using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Shared;
using FollowUp.Domain.Text;
using FollowUp.Web.Links;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Console.SignIn;

/// <summary>The way into the console: by a mailed link, and in a demonstration by one click.</summary>
static class SignInEndpoints
{
    /// <summary>Nobody looks at an empty page while a mail server thinks; the mail goes on without them.</summary>
    static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(20);

    public static void Map(IEndpointRouteBuilder app, PagesOptions options)
    {
        var pages = app.MapGroup("/desk").WithPageHeaders(PageSecurityHeaders.Pages).ExcludeFromDescription();
        pages.MapMethods("/sign-in", [HttpMethods.Get, HttpMethods.Head], Show);
        pages.MapPost("/sign-in", SendLink);
        pages.MapPost("/sign-out", (Delegate)SignOut);
        if (options.Demo)
        {
            pages.MapPost("/sign-in/demo", SignInToDemo);
        }
    }

    static async Task<IResult> Show(HttpContext context, IDirectory directory, IOptions<PagesOptions> options, string? project) =>
        PageResult.Create<SignInPage>(context.GetLanguage(), await CreateViewModel(context, directory, options, project));

    static async Task<IResult> SendLink(
        HttpContext context, IDirectory directory, SignInLinkHandler links, LinkRateLimits budget, IOptions<PagesOptions> options,
        ILoggerFactory loggers, TimeProvider time)
    {
        var form = await context.ReadPostedForm();
        if (form is null || !await context.HasValidAntiforgeryToken())
        {
            return await ShowError(context, directory, options, form, FormMessages.PageExpired);
        }

        var address = form["email"].ToString().Trim().ToLowerInvariant();
        if (address.Length is 0 or > 254 || !address.Contains('@', StringComparison.Ordinal))
        {
            return await ShowError(context, directory, options, form, new("Une adresse mail est attendue.", "A mail address is expected."));
        }

        // Whoever asks learns nothing: the answer is the same for an unknown address, one that asked too often and a courier that failed.
        if (await directory.FindStaff(address, context.RequestAborted) is { } staff && budget.TryAcquireSignInMail(address, context.Connection.RemoteIpAddress))
        {
            try
            {
                var project = form["project"].ToString() is { Length: > 0 and <= 100 } about ? about : null;
                await links.SendLink(staff, project, context.RequestAborted).WaitAsync(MaxWait, time, context.RequestAborted);
            }
            catch (Exception failure) when (!context.RequestAborted.Caused(failure))
            {
                loggers.CreateLogger("FollowUp.SignIn").LogError("A sign-in mail was not accepted: {Failure}", failure.GetType().Name);
            }
        }

        return PageResult.Create<SignInSentPage>(context.GetLanguage());
    }

    static async Task<IResult> SignInToDemo(HttpContext context, IDirectory directory, IOptions<PagesOptions> options)
    {
        var form = await context.ReadPostedForm();
        if (form is null || !await context.HasValidAntiforgeryToken())
        {
            return await ShowError(context, directory, options, form, FormMessages.PageExpired);
        }

        if (await directory.FindStaff(form["staff"].ToString(), context.RequestAborted) is not { } staff)
        {
            return await ShowError(context, directory, options, form, FormMessages.ChooseOne);
        }

        await StaffSession.SignIn(context, staff);
        var project = form["project"].ToString();
        return Results.Extensions.SeeOther(project.Length is > 0 and <= 100 ? $"/desk/projects/{Uri.EscapeDataString(project)}" : "/desk");
    }

    static async Task<IResult> SignOut(HttpContext context)
    {
        if (await context.HasValidAntiforgeryToken())
        {
            await StaffSession.SignOut(context);
        }

        return Results.Extensions.SeeOther("/desk/sign-in");
    }

    static async Task<IResult> ShowError(
        HttpContext context, IDirectory directory, IOptions<PagesOptions> options, IFormCollection? form, LocalizedText why) => PageResult.Create<SignInPage>(
        context.GetLanguage(), await CreateViewModel(context, directory, options, form?["project"]) with { Error = why }, StatusCodes.Status400BadRequest);

    static async Task<SignInViewModel> CreateViewModel(HttpContext context, IDirectory directory, IOptions<PagesOptions> options, string? project) => new(
        project is { Length: > 0 and <= 100 } ? project : null,
        options.Value.Demo ? await directory.AllStaff(context.RequestAborted) : []);
}
