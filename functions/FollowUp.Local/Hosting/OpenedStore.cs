using FollowUp.Application.Ports;
using FollowUp.Storage.Sqlite;
using FollowUp.Storage.Tables;

namespace FollowUp.Local.Hosting;

/// <summary>Every port, whichever store stands behind them. Whoever opened it closes it.</summary>
sealed record OpenedStore(
    IProjectStore Projects,
    IProjectIndex Index,
    IDirectory Directory,
    ISettings Settings,
    ITokens Tokens,
    IKeyRing KeyRing,
    IAuditLog Audit,
    IComplaints Complaints,
    IMailbox Mailbox,
    IDisposable? Owner = null) : IDisposable
{
    public static OpenedStore From(SqliteStore store) => new(
        store.Projects, store.Index, store.Directory, store.Settings, store.Tokens, store.KeyRing, store.Audit, store.Complaints, store.Mailbox,
        store);

    public static OpenedStore From(TablesStore store) => new(
        store.Projects, store.Index, store.Directory, store.Settings, store.Tokens, store.KeyRing, store.Audit, store.Complaints, store.Mailbox);

    public void Dispose() => Owner?.Dispose();
}
