using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Sqlite;

/// <summary>Finds the projects of a provider.</summary>
static class ProviderLinks
{
    /// <param name="before">Null for a new project.</param>
    public static void Update(Session session, long project, IndexedFields? before, IndexedFields after)
    {
        if (before?.Providers == after.Providers) return;
        var (old, current) = (before?.ProviderIds ?? [], after.ProviderIds);
        foreach (var provider in old.Except(current))
            session.Sql("DELETE FROM provider_projects WHERE provider = ? AND project = ?").Bind(provider).Bind(project).Execute();
        foreach (var provider in current.Except(old))
            session.Sql("INSERT OR IGNORE INTO provider_projects VALUES (?, ?)").Bind(provider).Bind(project).Execute();
    }
}
