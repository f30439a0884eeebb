using FollowUp.Storage.Shared;
using FollowUp.Storage.Sqlite;
using FollowUp.Storage.Tests.Contract;

namespace FollowUp.Storage.Tests.Sqlite;

/// <summary>A store in its own folder.</summary>
public sealed class SqliteUnderTest : IStoreUnderTest
{
    readonly string folder = Directory.CreateTempSubdirectory("followup-storage").FullName;

    public string File => Path.Combine(folder, "data", "followup.db");

    public ValueTask<IStore> Open() => ValueTask.FromResult<IStore>(SqliteStore.Open(File));

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
