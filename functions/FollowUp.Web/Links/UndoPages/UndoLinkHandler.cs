using FollowUp.Application.People;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Web.Links.ClientPages;
using FollowUp.Web.Shared;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Links.UndoPages;

/// <summary>
/// Undoes a closing for the client or staff member who closed by a link: once, within ten minutes. The link names the closing, so that an old link does not
/// undo a newer closing.
/// </summary>
sealed class UndoLinkHandler(LinkRequestRunner requests, UndoPageQuery pages, StaffActorResolver actors, ProjectCommands commands)
{
    public Task<IResult> Show(Link link, string token, HttpContext context) => requests.Run(link, token, context, async opened =>
    {
        var staff = await pages.FindStaff(opened, context.RequestAborted);
        return staff is null && !opened.IsHeldByClient
            ? LinkEndpoints.Unknown()
            : await ShowPage(opened, staff, StatusCodes.Status200OK, context);
    });

    public async Task<IResult> Act(Link link, string token, HttpContext context)
    {
        var form = await context.ReadPostedForm();
        return await requests.Run(link, token, context, opened => Undo(opened, form, context));
    }

    /// <returns>Null when another command changed the project meanwhile.</returns>
    async Task<IResult?> Undo(OpenedLink opened, PostedForm form, HttpContext context)
    {
        var staff = await pages.FindStaff(opened, context.RequestAborted);
        if (staff is null && !opened.IsHeldByClient)
        {
            return LinkEndpoints.Unknown();
        }

        if (!form.HasValidToken)
        {
            return await ShowPage(opened, staff, StatusCodes.Status400BadRequest, context, FormEcho.Refused(FormMessages.PageExpired));
        }

        switch (pages.GetState(opened))
        {
            case LinkState.Used:
                return await ShowPage(opened, staff, StatusCodes.Status200OK, context);
            case LinkState.Stale:
                return await ShowPage(opened, staff, StatusCodes.Status409Conflict, context);
        }

        var actor = staff is null ? Actor.Client(opened.Link.Holder) : await actors.Resolve(staff, context.RequestAborted);
        var result = await commands.Record(
            opened.Link.ProjectId, new Undo(), actor, new IdempotencyKey(opened.Link.Key, "undo"), ifVersion: opened.Project.Version,
            loaded: opened.Stored, cancellation: context.RequestAborted);
        if (result is CommandResult.Succeeded)
        {
            JustAnsweredCookie.Set(context, opened.Link);
        }

        return result switch
        {
            CommandResult.Succeeded => Results.Extensions.SeeOther(opened.Action),
            CommandResult.Refused { Refusal: { Kind: RefusalKind.Forbidden } refusal } =>
                await ShowPage(opened, staff, StatusCodes.Status403Forbidden, context, FormEcho.Refused(refusal.Sentence)),

            // The ten minutes ended since the state was read; the page says so.
            CommandResult.Refused => await ShowPage(opened, staff, StatusCodes.Status409Conflict, context),
            _ => null,
        };
    }

    async Task<IResult> ShowPage(OpenedLink opened, Staff? staff, int status, HttpContext context, FormEcho? echo = null)
    {
        var page = await pages.Load(opened, staff, JustAnsweredCookie.IsSetFor(context, opened.Link), context.RequestAborted);
        return PageResult.Create<UndoPage>(page.Days.Language, page with { Echo = echo ?? FormEcho.Empty }, status);
    }
}
