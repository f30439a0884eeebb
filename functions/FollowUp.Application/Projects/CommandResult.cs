using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Application.Projects;

/// <summary>What became of a request.</summary>
public abstract record CommandResult
{
    /// <summary>Done, and durable.</summary>
    /// <param name="AsOfVersion">The version to answer with: an older one when the same request was answered before.</param>
    /// <param name="Created">The request made the project.</param>
    public sealed record Succeeded(Project Project, long AsOfVersion, bool Created = false) : CommandResult;

    public sealed record Refused(Refusal Refusal) : CommandResult
    {
        /// <summary>The state that the command was refused on; null when the refusal repeats an earlier answer.</summary>
        public Project? Project { get; init; }
    }

    public sealed record NotFound : CommandResult;

    /// <summary>The caller decided on an older version than the one that stands.</summary>
    public sealed record VersionMismatch(long Version) : CommandResult;

    /// <summary>The same id was submitted with other content.</summary>
    public sealed record SubmissionConflict : CommandResult;

    /// <summary>The key was used for another request.</summary>
    public sealed record KeyReused : CommandResult;
}

/// <summary>What makes a repeat of a request recognisable: an idempotency key, or a link that is spent once.</summary>
/// <param name="Digest">Of the request under the key.</param>
/// <param name="Lasts">
/// How long the first answer is given again, a refusal and an answer that changed nothing included. Null for a link or a form: only what
/// changed something uses it up.
/// </param>
public sealed record IdempotencyKey(string Key, string Digest, Duration? Lasts = null);
