using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Storage.Tests.Contract;
using Microsoft.Data.Sqlite;

namespace FollowUp.Storage.Tests.Sqlite;

public sealed class SqliteVerificationTests : VerificationContract<SqliteUnderTest>
{
    const string Chain =
        "(WITH RECURSIVE chain (key) AS (SELECT newest_entry FROM projects WHERE id = $id UNION ALL SELECT t.before FROM chain CROSS JOIN timeline AS t ON t.key = chain.key) "
        + "SELECT key FROM chain)";

    protected override Task WriteEntry(string project, TimelineEntry entry) => Execute(
        $"UPDATE timeline SET json = $json, hash = $hash WHERE seq = $seq AND key IN {Chain}",
        ("$id", project), ("$json", entry.Json), ("$hash", Convert.FromHexString(entry.Hash)), ("$seq", entry.Seq));

    protected override async Task CutEntries(string project, long after)
    {
        await Execute($"CREATE TABLE cut AS SELECT key FROM timeline WHERE seq > $seq AND key IN {Chain}", ("$id", project), ("$seq", after));
        await Execute($"UPDATE projects SET newest_entry = (SELECT key FROM timeline WHERE seq = $seq AND key IN {Chain}) WHERE id = $id", ("$id", project), ("$seq", after));
        await Execute("DELETE FROM timeline WHERE key IN (SELECT key FROM cut)");
        await Execute("DROP TABLE cut");
    }

    protected override Task WriteProject(Project project, string head, string? signature) => Execute(
        "UPDATE projects SET state = $state, version = $version, head = $head, signature = $signature, phase = $phase, next_at = $next, wake_at = $wake WHERE id = $id",
        ("$id", project.Id), ("$state", RecordJson.Write(project)), ("$version", project.Version), ("$head", Convert.FromHexString(head)),
        ("$signature", (object?)signature ?? DBNull.Value), ("$phase", project.Phase.ToString()), ("$next", ToNanoseconds(project.Next?.DueAt)), ("$wake", ToNanoseconds(project.WakeAt)));

    protected override Task WriteTexts(string project, string text) => Execute("UPDATE words SET text = $text", ("$text", text));

    protected override Task DeleteAudit(string code) => Execute("DELETE FROM audit WHERE code = $code", ("$code", code));

    protected override Task WriteVersionColumn(string project, long version) => Execute("UPDATE projects SET version = $version WHERE id = $id", ("$id", project), ("$version", version));

    static object ToNanoseconds(NodaTime.Instant? at) =>
        at is { } instant ? (instant - NodaTime.NodaConstants.UnixEpoch).ToInt64Nanoseconds() : DBNull.Value;

    async Task Execute(string sql, params (string Name, object Value)[] values)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Data.File, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        await command.ExecuteNonQueryAsync();
    }
}
