using System.Collections.Immutable;
using Azure.Data.Tables;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;

namespace FollowUp.Storage.Tables;

/// <summary>What a repair reads of a project: the state that the index has to show, and the version that it shows.</summary>
/// <param name="VersionRow">The version row of the index; null when the index does not know the project.</param>
/// <param name="Messages">The pending messages, oldest first.</param>
sealed record RepairTarget(StoredVersion Stored, Project Project, TableEntity? VersionRow, ImmutableArray<OutboxEntry> Messages)
{
    /// <summary>Whether the index shows the version and content of the snapshot.</summary>
    public bool IsIndexed => VersionRow?.RowKey == Stored.Entry.VersionKey;

    /// <summary>The keys of all rows that the project has once it is repaired.</summary>
    public ImmutableHashSet<string> RowKeys => [.. Stored.Entry.AllKeys, .. Messages.Select(IndexRows.GetDueKey).OfType<string>()];

    /// <summary>What the index shows; null for nothing.</summary>
    public IndexEntry? ReadIndexedEntry() => VersionRow is null ? null : IndexEntry.Read(VersionRow.GetText("Json"));
}
