using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Application.Settings;

namespace FollowUp.Storage.Sqlite;

/// <inheritdoc cref="IDepartmentSettings"/>
sealed class SqliteDepartmentSettings(SqliteDatabase database) : IDepartmentSettings
{
    public ValueTask<long> ReadVersion(CancellationToken cancellation) => database.Read(FindVersion, cancellation);

    public async ValueTask<StoredSettings> Read(CancellationToken cancellation) => await database.Read(
        session => session.Sql("SELECT json, version FROM department_settings")
            .QueryFirst(row => new StoredSettings(RecordJson.ReadDepartmentSettings(row.Text(0)), row.Number(1))),
        cancellation) ?? StoredSettings.Initial;

    public ValueTask<bool> TryWrite(DepartmentSettings settings, long expectedVersion, CancellationToken cancellation)
    {
        var json = RecordJson.Write(settings);
        return database.Write(
            session =>
            {
                if (FindVersion(session) != expectedVersion) return false;
                session.Sql("INSERT OR REPLACE INTO department_settings (key, version, json) VALUES (1, ?, ?)")
                    .Bind(expectedVersion + 1).Bind(json).Execute();
                return true;
            },
            cancellation);
    }

    /// <returns>0 when nothing is stored.</returns>
    static long FindVersion(Session session) => session.Sql("SELECT version FROM department_settings").QueryFirst(row => row.Number(0));
}
