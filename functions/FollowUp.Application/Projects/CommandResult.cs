using System.Collections.Immutable;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;

namespace FollowUp.Application.Projects;

/// <summary>The outcome of a command. All outcomes but <see cref="Succeeded"/> leave the project as it was.</summary>
public abstract record CommandResult
{
    /// <summary>The command was accepted and is durable. It is also the outcome of a command that changes nothing, such as a repeat.</summary>
    /// <param name="Stored">The project directly after the command. For a repeat under an idempotency key: directly after the first request.</param>
    /// <param name="Entries">
    /// The timeline entries that the command added, oldest first, with their free text; empty when it changed nothing. For a repeat under an
    /// idempotency key: the entries of the first request, whose erased texts are null.
    /// </param>
    /// <param name="Created">The command created the project.</param>
    public sealed record Succeeded(StoredProject Stored, ImmutableArray<CommittedEntry> Entries, bool Created = false) : CommandResult
    {
        /// <summary>The snapshot of <see cref="Stored"/>.</summary>
        public Project Project => Stored.Project;

        /// <summary>The messages that the commit added to the outbox; empty for a repeat.</summary>
        public ImmutableArray<OutboxMessage> Messages { get; init; } = [];
    }

    /// <summary>The rules forbid the command. The audit log has an entry about it.</summary>
    public sealed record Refused(Refusal Refusal) : CommandResult
    {
        /// <summary>The project that the command was decided on; null when the answer repeats an earlier refusal.</summary>
        public Project? Project { get; init; }
    }

    /// <summary>No project has this id.</summary>
    public sealed record NotFound : CommandResult;

    /// <summary>The caller required a version that is no longer the current one.</summary>
    /// <param name="Version">The current version.</param>
    public sealed record VersionMismatch(long Version) : CommandResult;

    /// <summary>A project with this id was submitted with other content.</summary>
    public sealed record SubmissionConflict : CommandResult;

    /// <summary>Another request used the same idempotency key.</summary>
    public sealed record KeyReused : CommandResult;
}
