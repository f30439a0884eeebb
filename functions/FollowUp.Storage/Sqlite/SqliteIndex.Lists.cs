using System.Collections.Immutable;
using FollowUp.Application;
using FollowUp.Application.Json;

namespace FollowUp.Storage.Sqlite;

// Lists of projects with what the dossier says of the client.
sealed partial class SqliteIndex
{
    public ValueTask<ImmutableArray<IndexRow>> Queue(string? staffId, int limit, CancellationToken cancellation) => database.Read(
        session => (staffId is null ? OpenQueue.OfAll(session, limit) : OpenQueue.Of(session, staffId, limit))
            .Select(key => session.Sql(
                "SELECT p.state, d.json FROM projects AS p LEFT JOIN dossiers AS d ON d.key = p.dossier WHERE p.key = ?").Bind(key).One(Read)!)
            .ToImmutableArray(),
        cancellation);

    /// <remarks>By project id. The text is searched by looking at all of it, as a substring may begin anywhere.</remarks>
    public ValueTask<ImmutableArray<IndexRow>> Search(IndexQuery query, CancellationToken cancellation)
    {
        var words = SearchText.WordsOf(query.Text);
        return database.Read(
            session =>
            {
                var search = session.Sql(
                    $"""
                    SELECT p.state, d.json FROM (
                      SELECT p.key {From(words.Length)}
                        AND p.id > ? AND p.phase = coalesce(?, p.phase) AND p.coordinator IS coalesce(?, p.coordinator)
                      ORDER BY p.id LIMIT ?) AS hit
                    CROSS JOIN projects AS p ON p.key = hit.key LEFT JOIN dossiers AS d ON d.key = p.dossier
                    ORDER BY p.id
                    """);
                foreach (var word in words) search.Bind(word);
                return search
                    .Bind(query.After ?? "")
                    .Bind(query.Phase is { } phase ? IndexedColumns.NameOf(phase) : null)
                    .Bind(query.Coordinator)
                    .Bind(query.Limit)
                    .All(Read);
            },
            cancellation);
    }

    static string From(int words) => words == 0
        ? "FROM projects AS p WHERE true"
        : "FROM dossiers AS d CROSS JOIN projects AS p ON p.dossier = d.key AND p.key = d.project WHERE "
          + string.Join(" AND ", Enumerable.Repeat("instr(d.search, ?)", words));

    static IndexRow Read(Row row)
    {
        var project = ProjectJson.ReadProject(row.Text(0));
        if (row.TextOrNull(1) is not { } json) return new IndexRow(project, null, null, null, null);
        var dossier = ProjectJson.ReadDossier(json);
        return new IndexRow(project, dossier.Title, dossier.Name, dossier.Company, dossier.Phone);
    }
}
