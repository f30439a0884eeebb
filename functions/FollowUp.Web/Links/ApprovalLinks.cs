using FollowUp.Application;
using FollowUp.Domain;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web;

/// <summary>The link by which a member of staff says whether a project that slept for long may be closed.</summary>
sealed class ApprovalLinks(
    IProjectStore store, Reader reader, IDirectory directory, StaffActors actors, Application.Desk desk, WorkingCalendar calendar,
    TimeProvider time)
{
    public async Task<IResult> Show(Link link, string token, HttpContext context) =>
        await Find(link, token, context) is { } found ? Page.Of<ApprovalLinkPage>(found.Language, found) : LinkEndpoints.Unknown();

    public async Task<IResult> Act(Link link, string token, HttpContext context)
    {
        if (await Find(link, token, context) is not { } found)
        {
            return LinkEndpoints.Unknown();
        }

        if (await context.PostedForm() is not { } form || !await context.IsOurForm())
        {
            return Again(found, Forms.Outdated, StatusCodes.Status400BadRequest);
        }

        if (found.State == LinkState.Stale)
        {
            return Page.Of<ApprovalLinkPage>(found.Language, found, StatusCodes.Status409Conflict);
        }

        var approve = form["approve"].ToString();
        if (found.State == LinkState.Spent)
        {
            return Page.Of<ApprovalLinkPage>(
                found.Language, found, found.Spent!.Digest == approve ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
        }

        if (approve is not ("true" or "false"))
        {
            return Again(found, Forms.ChooseOne, StatusCodes.Status400BadRequest);
        }

        var actor = await actors.For(found.Staff, context.RequestAborted);
        var answer = await desk.Record(
            link.ProjectId, new Approve(approve == "true"), actor, new Once(link.Key, approve), cancellation: context.RequestAborted);
        return answer switch
        {
            Answer.Done => Results.Extensions.SeeOther($"/l/{token}"),
            Answer.Refused { Refusal: var refusal } => Again(
                found, refusal.Sentence,
                refusal.Kind == RefusalKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict),
            _ => await Show(link, token, context),
        };
    }

    async Task<ApprovalCase?> Find(Link link, string token, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (await directory.FindStaff(link.Person, cancellation) is not { } staff)
        {
            return null;
        }

        var language = context.AskedLanguage() ?? (staff.Languages.IsDefaultOrEmpty ? Language.French : staff.Languages[0]);
        if (await reader.Project(link.ProjectId, language, cancellation: cancellation) is not { } view)
        {
            return null;
        }

        var spent = await store.FindReceipt(link.ProjectId, link.Key, cancellation);
        var asked = view.Timeline.LastOrDefault(l => l.Event is ApprovalAsked)?.Seq;
        var state = spent is not null ? LinkState.Spent
            : view.Project.Stage == Stage.ApprovalAsked && asked == link.Step ? LinkState.Live : LinkState.Stale;
        return new ApprovalCase(link, token, view, staff, state, spent, language, time.Now(), calendar);
    }

    static IResult Again(ApprovalCase found, Phrase why, int status) => Page.Of<ApprovalLinkPage>(
        found.Language, found with { Echo = FormEcho.Empty with { Sentence = why } }, status);
}
