using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Links.ClientPages;
using FollowUp.Web.Mails;
using FollowUp.Web.Shared;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Links.UndoPages;

/// <summary>
/// The way back from a closing for whoever closed by a link: one button, for ten minutes by the department's clock, once. The link names
/// the closing, so that an old one never takes back a newer decision.
/// </summary>
sealed class UndoLinkHandler(
    IProjectStore store, ProjectQueries reader, IDirectory directory, StaffActorResolver actors, FollowUp.Application.Projects.ProjectCommands desk, LinkTokens links,
    IOptions<MailOptions> department, WorkingCalendar calendar, TimeProvider time)
{
    public async Task<IResult> Show(Link link, string token, HttpContext context) =>
        await Find(link, token, context) is { } found ? PageResult.Create<UndoPage>(found.Days.Language, found) : LinkEndpoints.Unknown();

    public async Task<IResult> Act(Link link, string token, HttpContext context)
    {
        var ours = await context.HasValidAntiforgeryToken();
        while (await Find(link, token, context) is { } found)
        {
            if (!ours)
            {
                return ShowError(found, FormMessages.PageExpired, StatusCodes.Status400BadRequest);
            }

            if (found.State != LinkState.Live)
            {
                return PageResult.Create<UndoPage>(
                    found.Days.Language, found, found.State == LinkState.Used ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
            }

            var actor = found.Staff is { } staff ? await actors.Resolve(staff, context.RequestAborted) : Actor.Client(link.Person);
            switch (await desk.Record(
                link.ProjectId, new Undo(), actor, new IdempotencyKey(link.Key, "undo"), ifVersion: found.Project.Version,
                cancellation: context.RequestAborted))
            {
                case CommandResult.Succeeded:
                    return Results.Extensions.SeeOther(found.Action);
                case CommandResult.Refused { Refusal: { Kind: RefusalKind.Forbidden } refusal }:
                    return ShowError(found, refusal.Sentence, StatusCodes.Status403Forbidden);
                case CommandResult.Refused:
                    // The ten minutes ended in between; the page says so.
                    return await Find(link, token, context) is { } late
                        ? PageResult.Create<UndoPage>(late.Days.Language, late, StatusCodes.Status409Conflict)
                        : LinkEndpoints.Unknown();
            }

            // Something else happened to the project in between: look again whether the closing still stands.
        }

        return LinkEndpoints.Unknown();
    }

    async Task<UndoPageViewModel?> Find(Link link, string token, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (await store.Load(link.ProjectId, cancellation) is not { Project: var current })
        {
            return null;
        }

        var ofClient = link.Person == current.ClientId;
        var staff = ofClient ? null : await directory.FindStaff(link.Person, cancellation);
        if (!ofClient && staff is null)
        {
            return null;
        }

        var asked = context.GetRequestedLanguage();
        var language = asked ?? staff?.Language ?? current.Language;
        if (await reader.Load(link.ProjectId, language, cancellation: cancellation) is not { } view)
        {
            return null;
        }

        var now = time.GetCurrentInstant();
        var spent = await store.FindIdempotencyRecord(link.ProjectId, link.Key, cancellation);
        var state = spent is not null ? LinkState.Used
            : view.Project.ClosedVersion == link.EventVersion && now < view.Project.UndoUntil ? LinkState.Live : LinkState.Stale;
        return new UndoPageViewModel(
            link, token, view, staff, state, spent, PageToken(link, view.Project, spent, ofClient), department.Value,
            new DateTimeText(calendar, language, now))
        {
            RequestedLanguage = asked,
        };
    }

    string? PageToken(Link link, Project project, IdempotencyRecord? spent, bool ofClient) =>
        spent is not null && ofClient && project.IsOpen && project.Generation == link.Generation
            ? links.CreateToken(link with
            {
                Purpose = LinkPurpose.ClientPage,
                EventVersion = spent.Version,
                Expires = spent.At + LinkTokens.GetLifetime(LinkPurpose.ClientPage),
            })
            : null;

    static IResult ShowError(UndoPageViewModel found, LocalizedText why, int status) =>
        PageResult.Create<UndoPage>(found.Days.Language, found with { Echo = FormEcho.Empty with { Error = why } }, status);
}
