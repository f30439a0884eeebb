using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Links.ClientPages;

/// <summary>
/// "No more mails", by a mail program's button (RFC 8058: one POST, no page before it, no antiforgery) or by the form on a client's page;
/// "no more calls" by that form.
/// </summary>
sealed class OptOutHandler(ClientPageQuery cases, FollowUp.Application.Projects.ProjectCommands desk)
{
    public async Task<IResult> Act(Link link, string token, HttpContext context)
    {
        if (await cases.Find(link, token, context.GetRequestedLanguage(), context.RequestAborted) is not { } found)
        {
            return LinkEndpoints.Unknown();
        }

        var form = await context.ReadPostedForm();
        var oneClick = form is not null && form["List-Unsubscribe"] == "One-Click";
        if (!oneClick && (form is null || !await context.HasValidAntiforgeryToken()))
        {
            return PageResult.Create<ClientPage>(
                found.Language, found with { Echo = new FormEcho(FormCollection.Empty, FormEcho.Empty.Errors, "unsubscribe", FormMessages.PageExpired) },
                StatusCodes.Status400BadRequest);
        }

        var channel = !oneClick && form!["unsubscribe"] == "calls" ? Channel.Phone : Channel.Mail;
        var answer = await desk.Record(
            link.ProjectId, new OptOut(channel), Actor.Client(found.Project.ClientId), cancellation: context.RequestAborted);
        return (answer, oneClick) switch
        {
            (CommandResult.Succeeded, true) => Results.Text("OK"),
            (CommandResult.Succeeded, false) => Results.Extensions.SeeOther(found.Action),
            _ => PageResult.Create<ClientPage>(found.Language, found, StatusCodes.Status409Conflict),
        };
    }
}
