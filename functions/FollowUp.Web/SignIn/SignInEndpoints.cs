using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Shared;
using FollowUp.Domain.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FollowUp.Web;

/// <summary>The way into the console: by a mailed link, and in a demonstration by one click.</summary>
static class SignInEndpoints
{
    /// <summary>Nobody looks at an empty page while a mail server thinks; the mail goes on without them.</summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    public static void Map(IEndpointRouteBuilder app, PagesOptions options)
    {
        var pages = app.MapGroup("/desk").WithPageHeaders(PageHeaders.Pages).ExcludeFromDescription();
        pages.MapMethods("/sign-in", [HttpMethods.Get, HttpMethods.Head], Show);
        pages.MapPost("/sign-in", Ask);
        pages.MapPost("/sign-out", (Delegate)Leave);
        if (options.Demo)
        {
            pages.MapPost("/sign-in/demo", EnterDemo);
        }
    }

    static async Task<IResult> Show(HttpContext context, IDirectory directory, IOptions<PagesOptions> options, string? project) =>
        Page.Of<SignInPage>(context.Language(), await Case(context, directory, options, project));

    static async Task<IResult> Ask(
        HttpContext context, IDirectory directory, SignInLinks links, LinkBudget budget, IOptions<PagesOptions> options,
        ILoggerFactory loggers, TimeProvider time)
    {
        var form = await context.PostedForm();
        if (form is null || !await context.IsOurForm())
        {
            return await Again(context, directory, options, form, Forms.Outdated);
        }

        var address = form["email"].ToString().Trim().ToLowerInvariant();
        if (address.Length is 0 or > 254 || !address.Contains('@', StringComparison.Ordinal))
        {
            return await Again(context, directory, options, form, new("Une adresse mail est attendue.", "A mail address is expected."));
        }

        // Whoever asks learns nothing: the answer is the same for an unknown address, one that asked too often and a courier that failed.
        if (await directory.FindStaff(address, context.RequestAborted) is { } staff && budget.AllowsSignIn(address, context.Connection.RemoteIpAddress))
        {
            try
            {
                var project = form["project"].ToString() is { Length: > 0 and <= 100 } about ? about : null;
                await links.Mail(staff, project, context.RequestAborted).WaitAsync(LongestWait, time, context.RequestAborted);
            }
            catch (Exception failure) when (!context.RequestAborted.Caused(failure))
            {
                loggers.CreateLogger("FollowUp.SignIn").LogError("A sign-in mail was not accepted: {Failure}", failure.GetType().Name);
            }
        }

        return Page.Of<SignInSentPage>(context.Language());
    }

    static async Task<IResult> EnterDemo(HttpContext context, IDirectory directory, IOptions<PagesOptions> options)
    {
        var form = await context.PostedForm();
        if (form is null || !await context.IsOurForm())
        {
            return await Again(context, directory, options, form, Forms.Outdated);
        }

        if (await directory.FindStaff(form["staff"].ToString(), context.RequestAborted) is not { } staff)
        {
            return await Again(context, directory, options, form, Forms.ChooseOne);
        }

        await DeskSession.Open(context, staff);
        var project = form["project"].ToString();
        return Results.Extensions.SeeOther(project.Length is > 0 and <= 100 ? $"/desk/projects/{Uri.EscapeDataString(project)}" : "/desk");
    }

    static async Task<IResult> Leave(HttpContext context)
    {
        if (await context.IsOurForm())
        {
            await DeskSession.Close(context);
        }

        return Results.Extensions.SeeOther("/desk/sign-in");
    }

    static async Task<IResult> Again(
        HttpContext context, IDirectory directory, IOptions<PagesOptions> options, IFormCollection? form, LocalizedText why) => Page.Of<SignInPage>(
        context.Language(), await Case(context, directory, options, form?["project"]) with { Why = why }, StatusCodes.Status400BadRequest);

    static async Task<SignInCase> Case(HttpContext context, IDirectory directory, IOptions<PagesOptions> options, string? project) => new(
        project is { Length: > 0 and <= 100 } ? project : null,
        options.Value.Demo ? await directory.AllStaff(context.RequestAborted) : []);
}
