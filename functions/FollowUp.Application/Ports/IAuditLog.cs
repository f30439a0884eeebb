using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>What was refused and who read what: apart from the timeline, moving no version.</summary>
public interface IAuditLog
{
    ValueTask Write(AuditEntry entry, CancellationToken cancellation = default);

    /// <summary>Of one project, newest first; of all projects when null.</summary>
    ValueTask<ImmutableArray<AuditEntry>> Read(string? projectId, int limit, CancellationToken cancellation = default);

    /// <summary>Removes entries that are older.</summary>
    /// <returns>How many; no more than the limit, of which there may be more.</returns>
    ValueTask<int> DeleteBefore(Instant before, int limit, CancellationToken cancellation = default);
}

/// <param name="What">The command or the reading, in kebab-case.</param>
/// <param name="Code">The refusal's code, or <c>read</c>.</param>
public sealed record AuditEntry(Instant At, string? ProjectId, string Role, string By, string What, string Code);

public interface IComplaints
{
    ValueTask Add(Complaint complaint, CancellationToken cancellation = default);

    ValueTask<ImmutableArray<Complaint>> All(CancellationToken cancellation = default);

    ValueTask Erase(string fromKind, string fromId, CancellationToken cancellation = default);
}

/// <param name="FromKind"><c>provider</c> or <c>client</c>.</param>
public sealed record Complaint(string Id, string FromKind, string FromId, string? ProjectId, string Text, Instant At);
