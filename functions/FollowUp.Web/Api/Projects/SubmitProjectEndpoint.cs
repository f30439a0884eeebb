using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Web.Api.Projects;

/// <summary><c>POST /api/projects</c>: the same id and content again is the same project, however late the repeat comes.</summary>
static class SubmitProjectEndpoint
{
    public static async Task<IResult> Handle(
        HttpContext http, SubmitRequest request, RequestValidators validators, ProjectCommands commands, ProjectCommandHandler handler,
        IProjectStore store, IKeyValueStore settings, TimeProvider time)
    {
        var (language, cancellation) = (http.GetLanguage(), http.RequestAborted);
        var failures = await validators.Validate(request, cancellation);
        if (failures.Any(failure => failure.ErrorCode != TimeRules.ClockRule))
        {
            return Problem.Invalid([.. failures, .. IdempotencyKeyHeader.Validate(http.Request)], language);
        }

        var submission = Submission.Of(request);
        if (failures.Count > 0 && await IsKnown(submission, store, cancellation))
        {
            failures = [];
        }

        failures = [.. failures, .. IdempotencyKeyHeader.Validate(http.Request)];
        if (failures.Count > 0)
        {
            return Problem.Invalid(failures, language);
        }

        var key = IdempotencyKeyHeader.Read(http, request);
        if (key is not null && !await ClaimKey(key, settings, time.GetCurrentInstant(), cancellation))
        {
            return Problem.KeyReused(language);
        }

        return await handler.Respond(http, await commands.Submit(submission.Command, submission.Dossier, key, submission.EarlierDigests, cancellation));
    }

    static async Task<bool> IsKnown(Submission submission, IProjectStore store, CancellationToken cancellation) =>
        await store.LoadDossier(submission.Dossier.ProjectId, cancellation) is { } stored && submission.HasDigest(stored.SubmissionDigest);

    /// <summary>Records the first use of a key: a project's idempotency records do not tell that the key was used for another project.</summary>
    static async Task<bool> ClaimKey(IdempotencyKey key, IKeyValueStore settings, Instant now, CancellationToken cancellation) =>
        await settings.GetOrSet($"idempotency-key.{key.Key}", key.Digest, now + RetentionPeriods.IdempotencyKeys, cancellation) == key.Digest;
}
