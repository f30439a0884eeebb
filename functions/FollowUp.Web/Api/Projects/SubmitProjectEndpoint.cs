using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Projects;

/// <summary><c>POST /api/projects</c>: the same id and content again is the same project, however late the repeat comes.</summary>
static class SubmitProjectEndpoint
{
    public static async Task<IResult> Handle(
        HttpContext http, JsonBody<SubmitRequest> body, FollowUp.Application.Projects.ProjectCommands desk, ProjectCommandHandler door, IProjectStore store, ISettings settings)
    {
        if (await body.Read() is { } unreadable)
        {
            return unreadable;
        }

        var check = body.Validator;
        var submission = Submission.Of(body.Request, check);
        var late = check.CreateEmpty();
        Submission.ValidateTimes(body.Request, late);
        if (late.HasErrors && (check.HasErrors || !await IsKnown(submission.Dossier, store, body.Aborted)))
        {
            check.AddErrorsFrom(late);
        }

        if (Problem.Of(check) is { } problem)
        {
            return problem;
        }

        var once = body.ReadIdempotencyKey(ApiCaller.Website);
        if (once is not null && !await ClaimKey(once, settings, body.Aborted))
        {
            return Problem.KeyReused(check.Language);
        }

        return await desk.Submit(submission.Command, submission.Dossier, once, body.Aborted) switch
        {
            CommandResult.Succeeded done => await door.GetProject(http, submission.Command.ProjectId, done),
            var refused => Problem.Of(refused, check.Language),
        };
    }

    static async Task<bool> IsKnown(Dossier dossier, IProjectStore store, CancellationToken cancellation) =>
        (await store.LoadDossier(dossier.ProjectId, cancellation))?.SubmissionDigest == dossier.SubmissionDigest;

    /// <summary>A project's receipts cannot tell that a key was used for another project: its first use is written down.</summary>
    static async Task<bool> ClaimKey(IdempotencyKey once, ISettings settings, CancellationToken cancellation) =>
        await settings.GetOrSet($"idempotency-key.{once.Key}", once.Digest, cancellation) == once.Digest;
}
