using FollowUp.Storage.Sqlite;
using FollowUp.Storage.Tests.Contract;

namespace FollowUp.Storage.Tests.Sqlite;

/// <summary>A file in a folder of its own.</summary>
public sealed class SqliteUnderTest : IStoreUnderTest
{
    readonly string folder = Directory.CreateTempSubdirectory("followup-storage").FullName;

    public string File => Path.Combine(folder, "data", "followup.db");

    public ValueTask<StoreClient> Open()
    {
        var store = SqliteStore.Open(File);
        return ValueTask.FromResult(new StoreClient(
            store.Projects, store.Index, store.Directory, store.Settings, store.Tokens, store.KeyRing, store.Audit, store.Complaints,
            store.Mailbox, store.Dispose));
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
