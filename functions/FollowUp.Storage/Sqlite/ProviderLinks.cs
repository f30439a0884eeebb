namespace FollowUp.Storage.Sqlite;

/// <summary>Which projects a provider came forward on.</summary>
static class ProviderLinks
{
    public static void Update(Session session, long project, IndexedColumns? before, IndexedColumns after)
    {
        if (before?.Providers == after.Providers) return;
        var (were, are) = (before?.ProviderIds() ?? [], after.ProviderIds());
        foreach (var provider in were.Except(are))
            session.Sql("DELETE FROM provider_projects WHERE provider = ? AND project = ?").Bind(provider).Bind(project).Execute();
        foreach (var provider in are.Except(were))
            session.Sql("INSERT OR IGNORE INTO provider_projects VALUES (?, ?)").Bind(provider).Bind(project).Execute();
    }
}
