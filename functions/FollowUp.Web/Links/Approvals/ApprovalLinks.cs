using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.PendingDecisions;
using FollowUp.Domain.Text;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web;

/// <summary>
/// The links by which staff decide what the path asks of them: close for silence, tell a provider, take a project over. Who they are and
/// whether they may is looked up when they post, not when the mail left. A closing asks besides for the project's number or a sign-in.
/// </summary>
sealed class ApprovalLinks(ApprovalCases cases, IDirectory directory, StaffActors actors, DeskSession session, FollowUp.Application.Projects.ProjectCommands desk)
{
    static readonly LocalizedText NumberWanted = new(
        "Pour clore le projet, indiquez son numéro : il figure au bas du mail.", "To close the project, give its number: it stands at the end of the mail.");


    public async Task<IResult> Show(Link link, string token, HttpContext context)
    {
        if (await directory.FindStaff(link.Person, context.RequestAborted) is not { } staff)
        {
            return Left(context);
        }

        return await Find(link, token, staff, context) is { } found
            ? Page.Of<ApprovalLinkPage>(found.Days.Language, found)
            : LinkEndpoints.Unknown();
    }

    public async Task<IResult> Act(Link link, string token, HttpContext context)
    {
        if (await directory.FindStaff(link.Person, context.RequestAborted) is not { } staff)
        {
            return Left(context);
        }

        var form = await context.PostedForm();
        var ours = form is not null && await context.IsOurForm();
        while (await Find(link, token, staff, context) is { } found)
        {
            if (!ours)
            {
                return Again(found, Forms.Outdated, StatusCodes.Status400BadRequest);
            }

            var said = form!["approve"].ToString();
            if (found.State == LinkState.Stale)
            {
                return Shown(found, StatusCodes.Status409Conflict);
            }

            if (found.State == LinkState.Spent)
            {
                return Shown(found, found.Spent!.Digest == said ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
            }

            if (said is not ("true" or "false"))
            {
                return Again(found, Forms.ChooseOne, StatusCodes.Status400BadRequest);
            }

            if (said == "true" && found is { AsksNumber: true, MayNot: null } && form["project"].ToString() is var typed
                && !ProjectNumber.IsOf(typed, found.Project))
            {
                return Shown(found with { Echo = Numberless(form, typed) }, StatusCodes.Status400BadRequest);
            }

            switch (await desk.Record(
                link.ProjectId, found.Question.ToCommand(said == "true"), await actors.For(staff, context.RequestAborted),
                new IdempotencyKey(link.Key, said), ifVersion: found.Project.Version, cancellation: context.RequestAborted))
            {
                case CommandResult.Succeeded:
                    return Results.Extensions.SeeOther(found.Action);
                case CommandResult.Refused { Refusal: var refusal }:
                    return Again(
                        found, refusal.Sentence,
                        refusal.Kind == RefusalKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict);
            }

            // Something else happened to the project in between: look again whether the question still stands.
        }

        return LinkEndpoints.Unknown();
    }

    async Task<ApprovalCase?> Find(Link link, string token, Staff staff, HttpContext context) =>
        await cases.Find(link, token, staff, context.AskedLanguage(), context.RequestAborted) is { } found
            ? found with { AsksNumber = found.Question is PendingClosing && (await session.Current(context))?.Id != staff.Id }
            : null;

    static FormEcho Numberless(IFormCollection form, string typed) => new(
        form, new Dictionary<string, LocalizedText> { ["project"] = string.IsNullOrWhiteSpace(typed) ? NumberWanted : ProjectNumber.OfAnother });

    static IResult Shown(ApprovalCase found, int status) => Page.Of<ApprovalLinkPage>(found.Days.Language, found, status);

    static IResult Again(ApprovalCase found, LocalizedText why, int status) =>
        Shown(found with { Echo = FormEcho.Empty with { Sentence = why } }, status);

    /// <summary>Whoever left the department learns that, and nothing of the project.</summary>
    static IResult Left(HttpContext context) => Page.Of<NoLongerStaffPage>(context.Language(), status: StatusCodes.Status403Forbidden);
}
