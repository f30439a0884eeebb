using Azure;
using Azure.Data.Tables;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;

namespace FollowUp.Storage.Tables;

/// <summary>The part of a project's snapshot that a commit needs before it changes the project.</summary>
/// <param name="Head">Hash of the newest timeline entry.</param>
/// <param name="Commit">The id of the commit that wrote the snapshot; see <see cref="CommitWriter"/>.</param>
/// <param name="At">When the newest decision was taken; see <see cref="Shared.InstantColumn"/>.</param>
sealed record StoredVersion(ETag ETag, string Head, string Commit, long At, IndexEntry Entry)
{
    public const string RowKey = "project";

    public long Version => Entry.Version;

    /// <summary>The signature of the newest timeline entry; null without one.</summary>
    public string? Signature { get; init; }

    public static (StoredVersion Stored, Project Project) Read(TableEntity row)
    {
        var project = RecordJson.ReadProject(row.GetText("State"));
        var stored = new StoredVersion(
            row.ETag,
            row.GetString("Head"),
            row.GetString("Commit"),
            row.GetInt64("At") ?? 0,
            IndexEntry.Of(project, row.GetBoolean("Person") ?? false))
        {
            Signature = row.GetString("Signature"),
        };
        return (stored, project);
    }

    public TableEntity Write(Project project)
    {
        var row = new TableEntity(Keys.Escape(project.Id), RowKey)
        {
            ["Id"] = project.Id,
            ["Version"] = project.Version,
            ["Head"] = Head,
            ["Commit"] = Commit,
            ["At"] = At,
            ["Person"] = Entry.Person,
        };
        if (Signature is not null) row["Signature"] = Signature;
        return row.SetText("State", RecordJson.Write(project));
    }
}
