using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.PendingDecisions;
using FollowUp.Domain.Text;
using FollowUp.Web.Console.SignIn;
using FollowUp.Web.Links.ClientPages;
using FollowUp.Web.Shared;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Links.Approvals;

/// <summary>
/// The links by which staff decide what the path asks of them: close for silence, tell a provider, take a project over. Who they are and
/// whether they may is looked up when they post, not when the mail left. A closing asks besides for the project's number or a sign-in.
/// </summary>
sealed class ApprovalLinkHandler(ApprovalPageQuery cases, IDirectory directory, StaffActorResolver actors, StaffSession session, FollowUp.Application.Projects.ProjectCommands desk)
{
    static readonly LocalizedText NumberRequired = new(
        "Pour clore le projet, indiquez son numéro : il figure au bas du mail.", "To close the project, give its number: it stands at the end of the mail.");


    public async Task<IResult> Show(Link link, string token, HttpContext context)
    {
        if (await directory.FindStaff(link.Person, context.RequestAborted) is not { } staff)
        {
            return NoLongerStaff(context);
        }

        return await Find(link, token, staff, context) is { } found
            ? PageResult.Create<ApprovalPage>(found.Days.Language, found)
            : LinkEndpoints.Unknown();
    }

    public async Task<IResult> Act(Link link, string token, HttpContext context)
    {
        if (await directory.FindStaff(link.Person, context.RequestAborted) is not { } staff)
        {
            return NoLongerStaff(context);
        }

        var form = await context.ReadPostedForm();
        var ours = form is not null && await context.HasValidAntiforgeryToken();
        while (await Find(link, token, staff, context) is { } found)
        {
            if (!ours)
            {
                return ShowError(found, FormMessages.PageExpired, StatusCodes.Status400BadRequest);
            }

            var said = form!["approve"].ToString();
            if (found.State == LinkState.Stale)
            {
                return Shown(found, StatusCodes.Status409Conflict);
            }

            if (found.State == LinkState.Used)
            {
                return Shown(found, found.UseRecord!.Digest == said ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
            }

            if (said is not ("true" or "false"))
            {
                return ShowError(found, FormMessages.ChooseOne, StatusCodes.Status400BadRequest);
            }

            if (said == "true" && found is { RequiresProjectNumber: true, ActRefusal: null } && form["project"].ToString() is var typed
                && !ProjectNumber.Matches(typed, found.Project))
            {
                return Shown(found with { Echo = NumberError(form, typed) }, StatusCodes.Status400BadRequest);
            }

            switch (await desk.Record(
                link.ProjectId, found.Question.ToCommand(said == "true"), await actors.Resolve(staff, context.RequestAborted),
                new IdempotencyKey(link.Key, said), ifVersion: found.Project.Version, cancellation: context.RequestAborted))
            {
                case CommandResult.Succeeded:
                    return Results.Extensions.SeeOther(found.Action);
                case CommandResult.Refused { Refusal: var refusal }:
                    return ShowError(
                        found, refusal.Sentence,
                        refusal.Kind == RefusalKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict);
            }

            // Something else happened to the project in between: look again whether the question still stands.
        }

        return LinkEndpoints.Unknown();
    }

    async Task<ApprovalPageViewModel?> Find(Link link, string token, Staff staff, HttpContext context) =>
        await cases.Find(link, token, staff, context.GetRequestedLanguage(), context.RequestAborted) is { } found
            ? found with { RequiresProjectNumber = found.Question is PendingClosing && (await session.FindStaff(context))?.Id != staff.Id }
            : null;

    static FormEcho NumberError(IFormCollection form, string typed) => new(
        form, new Dictionary<string, LocalizedText> { ["project"] = string.IsNullOrWhiteSpace(typed) ? NumberRequired : ProjectNumber.Mismatch });

    static IResult Shown(ApprovalPageViewModel found, int status) => PageResult.Create<ApprovalPage>(found.Days.Language, found, status);

    static IResult ShowError(ApprovalPageViewModel found, LocalizedText why, int status) =>
        Shown(found with { Echo = FormEcho.Empty with { Error = why } }, status);

    /// <summary>Whoever left the department learns that, and nothing of the project.</summary>
    static IResult NoLongerStaff(HttpContext context) => PageResult.Create<NoLongerStaffPage>(context.GetLanguage(), status: StatusCodes.Status403Forbidden);
}
