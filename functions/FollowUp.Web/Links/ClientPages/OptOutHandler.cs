using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Links.ClientPages;

/// <summary>
/// Records that a client wants no more mails or no more calls. A mail program opts out by one POST without a page and without antiforgery
/// token (RFC 8058), and only from mails; the form on a client's page opts out of either. Opting out again changes nothing.
/// </summary>
sealed class OptOutHandler(LinkRequestRunner requests, ClientPageQuery pages, ProjectCommands commands)
{
    public const string FormName = "unsubscribe";

    public async Task<IResult> Act(Link link, string token, HttpContext context)
    {
        var form = await context.ReadPostedForm();
        return await requests.Run(link, token, context, opened => OptOut(opened, form, context));
    }

    async Task<IResult?> OptOut(OpenedLink opened, PostedForm form, HttpContext context)
    {
        if (!opened.IsHeldByClient)
        {
            return LinkEndpoints.Unknown();
        }

        var isOneClick = form["List-Unsubscribe"] == "One-Click";
        if (!isOneClick && !form.HasValidToken)
        {
            return await ShowPage(
                opened, StatusCodes.Status400BadRequest, FormEcho.Refused(FormMessages.PageExpired, formName: FormName), context.RequestAborted);
        }

        var channel = !isOneClick && form["unsubscribe"] == "calls" ? Channel.Phone : Channel.Mail;
        var result = await commands.Record(
            opened.Link.ProjectId, new OptOut(channel), Actor.Client(opened.Project.ClientId), loaded: opened.Stored,
            cancellation: context.RequestAborted);
        return (result, isOneClick) switch
        {
            (CommandResult.Succeeded, true) => Results.Text("OK"),
            (CommandResult.Succeeded, false) => Results.Extensions.SeeOther(opened.Action),
            _ => await ShowPage(opened, StatusCodes.Status409Conflict, FormEcho.Empty, context.RequestAborted),
        };
    }

    async Task<IResult> ShowPage(OpenedLink opened, int status, FormEcho echo, CancellationToken cancellation)
    {
        var page = await pages.Load(opened, isJustRecorded: false, cancellation);
        return PageResult.Create<ClientPage>(page.Language, page with { Echo = echo }, status);
    }
}
