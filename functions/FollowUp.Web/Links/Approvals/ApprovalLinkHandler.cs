using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using FollowUp.Web.Console;
using FollowUp.Web.Console.SignIn;
using FollowUp.Web.Shared;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Links.Approvals;

/// <summary>
/// Shows and records the decisions that are asked of staff by mail: close for silence, notify a provider, take a project over. The staff member's
/// role and rights are those at the time of the request, not those when the mail was sent. A closing requires the project number or an open
/// session.
/// </summary>
sealed class ApprovalLinkHandler(
    LinkRequestRunner requests, ApprovalPageQuery pages, IDirectory directory, StaffActorResolver actors, ProjectCommands commands)
{
    static readonly LocalizedText NumberRequired = new(
        "Pour clore le projet, indiquez son numéro : il figure au bas du mail.", "To close the project, give its number: it stands at the end of the email.");

    public async Task<IResult> Show(Link link, string token, HttpContext context) => await FindHolder(link, context) is { } holder
        ? await requests.Run(link, token, context, async opened =>
            await Load(opened, holder, context) is { } page ? ShowPage(page, StatusCodes.Status200OK) : LinkEndpoints.Unknown())
        : NoLongerStaff(link, context);

    public async Task<IResult> Act(Link link, string token, HttpContext context)
    {
        if (await FindHolder(link, context) is not { } holder)
        {
            return NoLongerStaff(link, context);
        }

        var form = await context.ReadPostedForm();
        return await requests.Run(link, token, context, opened => Decide(opened, holder, form, context));
    }

    /// <returns>Null when another command changed the project meanwhile.</returns>
    async Task<IResult?> Decide(OpenedLink opened, Holder holder, PostedForm form, HttpContext context)
    {
        if (await Load(opened, holder, context) is not { } page)
        {
            return LinkEndpoints.Unknown();
        }

        if (!form.HasValidToken)
        {
            return ShowPage(page, StatusCodes.Status400BadRequest, FormEcho.Refused(FormMessages.PageExpired));
        }

        var answer = form["approve"];
        if (page.State == LinkState.Stale)
        {
            return ShowPage(page, StatusCodes.Status409Conflict);
        }

        if (page.State == LinkState.Used)
        {
            return ShowPage(page, opened.UseRecord!.Digest == answer ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
        }

        if (answer is not (RecordedDecision.Approve or RecordedDecision.Decline))
        {
            return ShowPage(page, StatusCodes.Status400BadRequest, FormEcho.Refused(FormMessages.ChooseOne));
        }

        // Without the right to act, the refusal comes first: the number would not help.
        if (answer == RecordedDecision.Approve && page is { RequiresProjectNumber: true, ActRefusal: null }
            && !ProjectNumber.Matches(form["project"], page.Project))
        {
            return ShowPage(page, StatusCodes.Status400BadRequest, NumberError(form));
        }

        return await commands.Record(
            opened.Link.ProjectId, page.Decision.ToCommand(answer == RecordedDecision.Approve), holder.Actor,
            new IdempotencyKey(opened.Link.Key, answer), ifVersion: page.Project.Version, loaded: opened.Stored,
            cancellation: context.RequestAborted) switch
        {
            CommandResult.Succeeded => Results.Extensions.SeeOther(opened.Action),
            CommandResult.Refused { Refusal: var refusal } => ShowPage(
                page, refusal.GetStatus(),
                FormEcho.Refused(refusal.Sentence)),
            _ => null,
        };
    }

    /// <summary>
    /// The staff member to whom the link was sent. When they left the department, the link decides nothing for them; a signed-in staff member who opens
    /// it acts with their own rights, as on the project's page.
    /// </summary>
    /// <returns>Null when the staff member has left and there is no session.</returns>
    async Task<Holder?> FindHolder(Link link, HttpContext context)
    {
        var signedIn = await StaffSession.FindStaff(context, directory);
        var staff = await directory.ReadStaff(link.Holder, context.RequestAborted) ?? signedIn;
        return staff is null ? null : new Holder(staff, await actors.Resolve(staff, context.RequestAborted), signedIn?.Id == staff.Id);
    }

    Task<ApprovalPageViewModel?> Load(OpenedLink opened, Holder holder, HttpContext context) =>
        pages.Load(opened, holder.Staff, holder.Actor, holder.IsSignedIn, context.RequestAborted);

    static FormEcho NumberError(PostedForm form) => FormEcho.WithErrors(form.Values, new Dictionary<string, LocalizedText>
    {
        ["project"] = string.IsNullOrWhiteSpace(form["project"]) ? NumberRequired : ProjectNumber.Mismatch,
    });

    static IResult ShowPage(ApprovalPageViewModel page, int status, FormEcho? echo = null) =>
        PageResult.Create<ApprovalPage>(page.Days.Language, page with { Echo = echo ?? FormEcho.Empty }, status);

    /// <summary>A staff member who has left the department is told that, and nothing of the project. A colleague who reads their mails may sign in.</summary>
    static IResult NoLongerStaff(Link link, HttpContext context) => PageResult.Create<NoLongerStaffPage>(
        context.GetLanguage(), ConsoleAddresses.SignIn(link.ProjectId), StatusCodes.Status403Forbidden);

    /// <summary>The staff member who acts by the link, with the rights of today.</summary>
    sealed record Holder(Staff Staff, Actor Actor, bool IsSignedIn);
}
