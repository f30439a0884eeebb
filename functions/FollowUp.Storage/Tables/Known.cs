using Azure;
using Azure.Data.Tables;
using FollowUp.Application.Json;
using FollowUp.Domain.Projects;

namespace FollowUp.Storage.Tables;

/// <summary>What a writer must know of a project's snapshot before it changes it.</summary>
/// <param name="Commit">The id of the commit that made it, by which an ambiguous answer is recognised as one's own.</param>
/// <param name="At">When its newest decision was taken.</param>
sealed record Known(ETag ETag, string Head, string Commit, long At, Footprint Footprint)
{
    public const string Row = "project";

    public long Version => Footprint.Version;

    public static (Known Known, Project Project) Read(TableEntity row)
    {
        var project = ProjectJson.ReadProject(row.Text("State"));
        var known = new Known(
            row.ETag,
            row.GetString("Head"),
            row.GetString("Commit"),
            row.GetInt64("At") ?? 0,
            Footprint.Of(project, row.GetBoolean("Person") ?? false));
        return (known, project);
    }

    public TableEntity Write(Project project) => new TableEntity(Keys.Part(project.Id), Row)
    {
        ["Id"] = project.Id,
        ["Version"] = project.Version,
        ["Head"] = Head,
        ["Commit"] = Commit,
        ["At"] = At,
        ["Person"] = Footprint.Person,
    }.With("State", ProjectJson.Write(project));
}
