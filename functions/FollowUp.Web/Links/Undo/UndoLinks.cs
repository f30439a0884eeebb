using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FollowUp.Web;

/// <summary>
/// The way back from a closing for whoever closed by a link: one button, for ten minutes by the department's clock, once. The link names
/// the closing, so that an old one never takes back a newer decision.
/// </summary>
sealed class UndoLinks(
    IProjectStore store, ProjectQueries reader, IDirectory directory, StaffActors actors, FollowUp.Application.Projects.ProjectCommands desk, LinkBuilder links,
    IOptions<MailOptions> department, WorkingCalendar calendar, TimeProvider time)
{
    public async Task<IResult> Show(Link link, string token, HttpContext context) =>
        await Find(link, token, context) is { } found ? Page.Of<UndoPage>(found.Days.Language, found) : LinkEndpoints.Unknown();

    public async Task<IResult> Act(Link link, string token, HttpContext context)
    {
        var ours = await context.IsOurForm();
        while (await Find(link, token, context) is { } found)
        {
            if (!ours)
            {
                return Again(found, Forms.Outdated, StatusCodes.Status400BadRequest);
            }

            if (found.State != LinkState.Live)
            {
                return Page.Of<UndoPage>(
                    found.Days.Language, found, found.State == LinkState.Spent ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
            }

            var actor = found.Staff is { } staff ? await actors.For(staff, context.RequestAborted) : Actor.Client(link.Person);
            switch (await desk.Record(
                link.ProjectId, new Undo(), actor, new IdempotencyKey(link.Key, "undo"), ifVersion: found.Project.Version,
                cancellation: context.RequestAborted))
            {
                case CommandResult.Succeeded:
                    return Results.Extensions.SeeOther(found.Action);
                case CommandResult.Refused { Refusal: { Kind: RefusalKind.Forbidden } refusal }:
                    return Again(found, refusal.Sentence, StatusCodes.Status403Forbidden);
                case CommandResult.Refused:
                    // The ten minutes ended in between; the page says so.
                    return await Find(link, token, context) is { } late
                        ? Page.Of<UndoPage>(late.Days.Language, late, StatusCodes.Status409Conflict)
                        : LinkEndpoints.Unknown();
            }

            // Something else happened to the project in between: look again whether the closing still stands.
        }

        return LinkEndpoints.Unknown();
    }

    async Task<UndoCase?> Find(Link link, string token, HttpContext context)
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

        var asked = context.AskedLanguage();
        var language = asked ?? staff?.Language ?? current.Language;
        if (await reader.Load(link.ProjectId, language, cancellation: cancellation) is not { } view)
        {
            return null;
        }

        var now = time.Now();
        var spent = await store.FindIdempotencyRecord(link.ProjectId, link.Key, cancellation);
        var state = spent is not null ? LinkState.Spent
            : view.Project.ClosedVersion == link.Step && now < view.Project.UndoUntil ? LinkState.Live : LinkState.Stale;
        return new UndoCase(
            link, token, view, staff, state, spent, PageToken(link, view.Project, spent, ofClient), department.Value,
            new DayWords(calendar, language, now))
        {
            Asked = asked,
        };
    }

    string? PageToken(Link link, Project project, IdempotencyRecord? spent, bool ofClient) =>
        spent is not null && ofClient && project.IsOpen && project.Generation == link.Generation
            ? links.Token(link with
            {
                Purpose = LinkPurpose.ClientPage, Step = spent.Version, Expires = spent.At + LinkBuilder.Lifetime(LinkPurpose.ClientPage),
            })
            : null;

    static IResult Again(UndoCase found, LocalizedText why, int status) =>
        Page.Of<UndoPage>(found.Days.Language, found with { Echo = FormEcho.Empty with { Sentence = why } }, status);
}
