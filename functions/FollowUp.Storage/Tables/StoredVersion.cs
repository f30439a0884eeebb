using Azure;
using Azure.Data.Tables;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;

namespace FollowUp.Storage.Tables;

/// <summary>What a writer must know of a project's snapshot before it changes it.</summary>
/// <param name="Commit">The id of the commit that made it, by which an ambiguous answer is recognised as one's own.</param>
/// <param name="At">When its newest decision was taken.</param>
sealed record StoredVersion(ETag ETag, string Head, string Commit, long At, IndexEntry Footprint)
{
    public const string RowKey = "project";

    public long Version => Footprint.Version;

    public static (StoredVersion Known, Project Project) Read(TableEntity row)
    {
        var project = RecordJson.ReadProject(row.GetText("State"));
        var known = new StoredVersion(
            row.ETag,
            row.GetString("Head"),
            row.GetString("Commit"),
            row.GetInt64("At") ?? 0,
            IndexEntry.Of(project, row.GetBoolean("Person") ?? false));
        return (known, project);
    }

    public TableEntity Write(Project project) => new TableEntity(Keys.Escape(project.Id), RowKey)
    {
        ["Id"] = project.Id,
        ["Version"] = project.Version,
        ["Head"] = Head,
        ["Commit"] = Commit,
        ["At"] = At,
        ["Person"] = Footprint.Person,
    }.SetText("State", RecordJson.Write(project));
}
