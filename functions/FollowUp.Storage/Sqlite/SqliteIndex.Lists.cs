using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Sqlite;

// Lists of projects with the client's details from the dossier.
sealed partial class SqliteIndex
{
    public ValueTask<ImmutableArray<ProjectListItem>> GetQueue(string? staffId, int limit, CancellationToken cancellation) => database.Read(
        session => (staffId is null
                ? session.Sql(
                    """
                    SELECT p.state, d.json FROM json_each(?) AS k CROSS JOIN projects AS p ON p.key = k.value
                    LEFT JOIN dossiers AS d ON d.key = p.dossier ORDER BY p.next_at, p.key
                    """).Bind(MergedQueue.ReadKeys(session, limit))
                : session.Sql(
                    """
                    SELECT p.state, d.json FROM projects AS p LEFT JOIN dossiers AS d ON d.key = p.dossier
                    WHERE p.open = 1 AND coalesce(p.stand_in, p.coordinator) = ? ORDER BY p.next_at, p.key LIMIT ?
                    """).Bind(staffId).Bind(limit))
            .QueryAll(Read),
        cancellation);

    /// <summary>More than processors, so that all of them are busy to the end; few, since each part reads the keys of all open projects.</summary>
    public int OpenParts => 16;

    public bool ReadsOpenFast => true;

    /// <remarks>Keys are given in the order of submission.</remarks>
    public ValueTask<ImmutableArray<Project>> ReadOpenPart(int part, CancellationToken cancellation) => database.Read(
        session => session.Sql("SELECT state FROM projects INDEXED BY queue WHERE open = 1 AND key % ? = ?").Bind(OpenParts).Bind(part)
            .QueryAll(row => RecordJson.ReadProjectWithoutUndo(row.Utf8(0))),
        cancellation);

    /// <remarks>Reads the snapshots of the queue but parses only those that name an agreed call, in the state itself or in its undo point.</remarks>
    public async ValueTask<ImmutableArray<AgreedCall>> GetAgreedCalls(string? staffId, CancellationToken cancellation)
    {
        var projects = await database.Read(
            session => session.Sql(
                """
                SELECT p.state FROM projects AS p INDEXED BY queue
                WHERE p.open = 1 AND coalesce(p.stand_in, p.coordinator) IS ? AND instr(p.state, '"callAgreedAt":"') > 0
                """).Bind(staffId).QueryAll(row => snapshots.Read(row.Utf8(0))),
            cancellation);
        return [.. projects.Where(project => project.Agenda.AgreedCall is not null).Select(project => new AgreedCall(project.Id, project.Agenda.AgreedCall!.Value))];
    }

    public ValueTask<ImmutableArray<ProjectListItem>> GetUnassigned(int limit, CancellationToken cancellation) => database.Read(
        session => session.Sql(
            """
            SELECT p.state, d.json FROM projects AS p INDEXED BY queue LEFT JOIN dossiers AS d ON d.key = p.dossier
            WHERE p.open = 1 AND coalesce(p.stand_in, p.coordinator) IS NULL ORDER BY p.next_at, p.key LIMIT ?
            """).Bind(limit).QueryAll(Read),
        cancellation);

    public ValueTask<ImmutableArray<ProjectListItem>> GetAwaiting(string? staffId, int limit, CancellationToken cancellation) => database.Read(
        session => session.Sql(
            """
            SELECT p.state, d.json FROM projects AS p INDEXED BY awaited LEFT JOIN dossiers AS d ON d.key = p.dossier
            WHERE p.awaited IS NOT NULL AND p.awaited = coalesce(?, p.awaited) ORDER BY p.id LIMIT ?
            """).Bind(staffId).Bind(limit).QueryAll(Read),
        cancellation);

    /// <remarks>Uses an index by time alone: the projects that a whole department closes in a day are few enough to filter.</remarks>
    public ValueTask<ImmutableArray<ProjectListItem>> GetClosedSince(string staffId, Instant since, int limit, CancellationToken cancellation) => database.Read(
        session => session.Sql(
            """
            SELECT p.state, d.json FROM projects AS p INDEXED BY ended LEFT JOIN dossiers AS d ON d.key = p.dossier
            WHERE p.closed_at >= ? AND coalesce(p.stand_in, p.coordinator) = ? ORDER BY p.closed_at, p.key LIMIT ?
            """).Bind(since).Bind(staffId).Bind(limit).QueryAll(Read),
        cancellation);

    /// <remarks>Ordered by project id. A search for words reads the text of every project, because a match may begin anywhere in a word.</remarks>
    public ValueTask<ImmutableArray<ProjectListItem>> Search(ProjectSearch query, CancellationToken cancellation)
    {
        var words = SearchText.SplitQuery(query.Text);
        return database.Read(
            session =>
            {
                var search = session.Sql(
                    $"""
                    SELECT p.state, d.json FROM (
                      SELECT p.key {BuildFrom(words.Length)}
                        AND p.id > ? AND p.phase = coalesce(?, p.phase) AND p.coordinator IS coalesce(?, p.coordinator)
                      ORDER BY p.id LIMIT ?) AS hit
                    CROSS JOIN projects AS p ON p.key = hit.key LEFT JOIN dossiers AS d ON d.key = p.dossier
                    ORDER BY p.id
                    """);
                foreach (var word in words) search.Bind(word);
                return search
                    .Bind(query.After ?? "")
                    .Bind(query.Phase is { } phase ? IndexedFields.FormatPhase(phase) : null)
                    .Bind(query.Coordinator)
                    .Bind(query.Limit)
                    .QueryAll(Read);
            },
            cancellation);
    }

    static string BuildFrom(int words) => words == 0
        ? "FROM projects AS p WHERE true"
        : "FROM dossiers AS d CROSS JOIN projects AS p ON p.dossier = d.key AND p.key = d.project WHERE "
          + string.Join(" AND ", Enumerable.Repeat("instr(d.search, ?)", words));

    ProjectListItem Read(Row row)
    {
        var project = snapshots.Read(row.Utf8(0));
        return ProjectListItems.Build(project, row.IsNull(1) ? null : RecordJson.ReadDossier(row.Utf8(1)));
    }
}
