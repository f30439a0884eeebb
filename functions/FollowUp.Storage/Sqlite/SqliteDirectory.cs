using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Cadences;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Sqlite;

/// <inheritdoc cref="IDirectory"/>
sealed class SqliteDirectory(SqliteDatabase database) : IDirectory
{
    public async ValueTask<ImmutableArray<Staff>> AllStaff(CancellationToken cancellation) =>
        [.. (await database.Read(ReadAll, cancellation)).Where(member => !member.IsFormer)];

    public async ValueTask<ImmutableArray<Staff>> FormerStaff(CancellationToken cancellation) =>
        [.. (await database.Read(ReadAll, cancellation)).Where(member => member.IsFormer)];

    public async ValueTask<Staff?> FindStaff(string id, CancellationToken cancellation) => await database.Read(
        session => session.Sql("SELECT json FROM staff WHERE id = ?").Bind(id).QueryFirst(row => RecordJson.ReadStaff(row.Text(0))), cancellation)
        is { IsFormer: false } member ? member : null;

    public ValueTask<Staff?> ReadStaff(string id, CancellationToken cancellation) => FindStaff(id, cancellation);

    public ValueTask PutStaff(Staff staff, CancellationToken cancellation) => database.Write(session => Put(session, staff), cancellation);

    /// <remarks>The writer runs one transaction at a time, and another process waits for the file, so there are no conflicts.</remarks>
    public ValueTask<Staff?> ChangeStaff(Func<ImmutableArray<Staff>, Staff?> change, CancellationToken cancellation) => database.Write(
        session =>
        {
            if (change(ReadAll(session)) is not { } changed) return null;
            Put(session, changed);
            return changed;
        },
        cancellation);

    public ValueTask EraseStaff(string id, CancellationToken cancellation) => database.Erase(
        session =>
        {
            if (session.Sql("SELECT json FROM staff WHERE id = ?").Bind(id).QueryFirst(row => RecordJson.ReadStaff(row.Text(0))) is { IsFormer: true } former)
            {
                Put(session, former.Erase());
            }
        },
        cancellation);

    public ValueTask EraseProvider(string id, CancellationToken cancellation) => database.Erase(
        session => session.Sql("DELETE FROM providers WHERE id = ?").Bind(id).Execute(), cancellation);

    public ValueTask<ImmutableArray<ProviderProfile>> AllProviders(CancellationToken cancellation) => database.Read(
        session => session.Sql("SELECT json FROM providers ORDER BY id").QueryAll(row => RecordJson.ReadProvider(row.Text(0))), cancellation);

    public ValueTask<ProviderProfile?> FindProvider(string id, CancellationToken cancellation) => database.Read(
        session => session.Sql("SELECT json FROM providers WHERE id = ?").Bind(id).QueryFirst(row => RecordJson.ReadProvider(row.Text(0))),
        cancellation);

    public ValueTask PutProvider(ProviderProfile provider, CancellationToken cancellation)
    {
        var json = RecordJson.Write(provider);
        return database.Write(
            session => session.Sql("INSERT OR REPLACE INTO providers (id, json) VALUES (?, ?)").Bind(provider.Id).Bind(json).Execute(),
            cancellation);
    }

    public async ValueTask<ImmutableArray<Cadence>> Cadences(CancellationToken cancellation)
    {
        var saved = await database.Read(
            session => session.Sql("SELECT json FROM cadences ORDER BY version").QueryAll(row => RecordJson.ReadCadence(row.Text(0))), cancellation);

        return CadenceVersions.WithDefault(saved);
    }

    public ValueTask PutCadence(Cadence cadence, CancellationToken cancellation)
    {
        var json = RecordJson.Write(cadence);
        return database.Write(
            session => session.Sql("INSERT OR REPLACE INTO cadences (version, json) VALUES (?, ?)").Bind(cadence.Version).Bind(json).Execute(),
            cancellation);
    }

    public async ValueTask<ImmutableArray<CadenceRevision>> CadenceRevisions(CancellationToken cancellation) => CadenceVersions.WithDefault(
        await database.Read(
            session => session.Sql("SELECT json, at, by, reason FROM cadences ORDER BY version").QueryAll(ReadRevision), cancellation));

    public ValueTask<bool> TryAddCadence(CadenceRevision revision, CancellationToken cancellation)
    {
        var json = RecordJson.Write(revision.Cadence);
        return database.Write(
            session =>
            {
                var stored = session.Sql("SELECT json, at, by, reason FROM cadences WHERE version = ?").Bind(revision.Cadence.Version).QueryFirst(ReadRevision);
                if (stored is not null) return CadenceVersions.IsSame(stored, revision);
                session.Sql("INSERT INTO cadences (version, json, at, by, reason) VALUES (?, ?, ?, ?, ?)")
                    .Bind(revision.Cadence.Version).Bind(json).Bind(revision.At is { } at ? InstantColumn.ToNanoseconds(at) : (long?)null).Bind(revision.By).Bind(revision.Reason).Execute();
                return true;
            },
            cancellation);
    }

    static CadenceRevision ReadRevision(Row row) =>
        new(RecordJson.ReadCadence(row.Text(0)), row.InstantOrNull(1), row.TextOrNull(2), row.TextOrNull(3));

    static ImmutableArray<Staff> ReadAll(Session session) =>
        session.Sql("SELECT json FROM staff ORDER BY id").QueryAll(row => RecordJson.ReadStaff(row.Text(0)));

    static void Put(Session session, Staff staff) =>
        session.Sql("INSERT OR REPLACE INTO staff (id, json) VALUES (?, ?)").Bind(staff.Id).Bind(RecordJson.Write(staff)).Execute();
}
