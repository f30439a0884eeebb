namespace FollowUp.Infra.Tests.Settings;

/// <summary>The table in docs/operations/settings.md.</summary>
static class SettingsPage
{
    /// <param name="Hosts"><c>functions</c>, <c>local</c>, or the Functions <c>platform</c> itself.</param>
    /// <param name="InAzure">Where the template takes it from; <c>default</c> when it leaves it alone.</param>
    public sealed record Row(string Name, string Meaning, string[] Hosts, string InAzure)
    {
        public bool IsSetInAzure => InAzure != "default" && (Hosts.Contains("functions") || Hosts.Contains("platform"));
    }

    public static IReadOnlyCollection<Row> Rows { get; } = [.. RepositoryFiles.ReadText("docs", "operations", "settings.md")
        .Split("\n## ")[0].Split('\n')
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Select(cells => new Row(cells[1].Trim('`'), cells[2], cells[4].Split(", "), cells[5]))];

    public static IEnumerable<string> For(string host) => Rows.Where(r => r.Hosts.Contains(host)).Select(r => r.Name);
}
