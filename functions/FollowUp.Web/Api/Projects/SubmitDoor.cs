using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web;

/// <summary><c>POST /api/projects</c>: the same id and content again is the same project, however late the repeat comes.</summary>
static class SubmitDoor
{
    public static async Task<IResult> Handle(
        HttpContext http, Body<SubmitRequest> body, FollowUp.Application.Projects.ProjectCommands desk, ProjectDoor door, IProjectStore store, ISettings settings)
    {
        if (await body.Read() is { } unreadable)
        {
            return unreadable;
        }

        var check = body.Check;
        var submission = Submission.Of(body.Request, check);
        var late = check.Apart();
        Submission.CheckTimes(body.Request, late);
        if (late.Failed && (check.Failed || !await IsKnown(submission.Dossier, store, body.Aborted)))
        {
            check.Take(late);
        }

        if (Problem.Of(check) is { } problem)
        {
            return problem;
        }

        var once = body.Once(Caller.Website);
        if (once is not null && !await IsOurs(once, settings, body.Aborted))
        {
            return Problem.KeyReused(check.Language);
        }

        return await desk.Submit(submission.Command, submission.Dossier, once, body.Aborted) switch
        {
            CommandResult.Succeeded done => await door.Show(http, submission.Command.ProjectId, done),
            var refused => Problem.Of(refused, check.Language),
        };
    }

    static async Task<bool> IsKnown(Dossier dossier, IProjectStore store, CancellationToken cancellation) =>
        (await store.LoadDossier(dossier.ProjectId, cancellation))?.SubmissionDigest == dossier.SubmissionDigest;

    /// <summary>A project's receipts cannot tell that a key was used for another project: its first use is written down.</summary>
    static async Task<bool> IsOurs(IdempotencyKey once, ISettings settings, CancellationToken cancellation) =>
        await settings.GetOrSet($"idempotency-key.{once.Key}", once.Digest, cancellation) == once.Digest;
}
