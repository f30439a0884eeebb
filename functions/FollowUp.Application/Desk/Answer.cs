using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Application;

/// <summary>What became of a request.</summary>
public abstract record Answer
{
    /// <summary>Done, and durable.</summary>
    /// <param name="AsOf">The version to answer with: an older one when the same request was answered before.</param>
    /// <param name="Created">The request made the project.</param>
    public sealed record Done(Project Project, long AsOf, bool Created = false) : Answer;

    public sealed record Refused(Refusal Refusal) : Answer;

    public sealed record NotFound : Answer;

    /// <summary>The caller decided on an older version than the one that stands.</summary>
    public sealed record Stale(long Version) : Answer;

    /// <summary>The same id was submitted with other content.</summary>
    public sealed record Differs : Answer;

    /// <summary>The key was used for another request.</summary>
    public sealed record KeyReused : Answer;
}

/// <summary>What makes a repeat of a request recognisable: an idempotency key, or a link that is spent once.</summary>
/// <param name="Digest">Of the request under the key.</param>
/// <param name="Lasts">
/// How long the first answer is given again, a refusal and an answer that changed nothing included. Null for a link or a form: only what
/// changed something uses it up.
/// </param>
public sealed record Once(string Key, string Digest, Duration? Lasts = null);
