using Azure.Data.Tables;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Application.Settings;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="IDepartmentSettings"/>
sealed class TablesDepartmentSettings(TableClient records) : IDepartmentSettings
{
    const string Partition = "department";
    const string Key = "settings";
    const string Version = "Version";

    public async ValueTask<long> ReadVersion(CancellationToken cancellation) =>
        (await records.Find(Partition, Key, cancellation, [Version]))?.GetInt64(Version) ?? 0;

    public async ValueTask<StoredSettings> Read(CancellationToken cancellation) =>
        await records.Find(Partition, Key, cancellation) is { } row
            ? new StoredSettings(RecordJson.ReadDepartmentSettings(row.GetText("Json")), row.GetInt64(Version) ?? 0)
            : StoredSettings.Initial;

    public async ValueTask<bool> TryWrite(DepartmentSettings settings, long expectedVersion, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition, Key) { [Version] = expectedVersion + 1 }.SetText("Json", RecordJson.Write(settings));
        if (await records.Find(Partition, Key, cancellation, [Version]) is not { } stored)
        {
            return expectedVersion == 0 && await records.TryAdd(row, cancellation);
        }

        return stored.GetInt64(Version) == expectedVersion && await records.TryUpdate(row, stored.ETag, TableUpdateMode.Replace, cancellation);
    }
}
