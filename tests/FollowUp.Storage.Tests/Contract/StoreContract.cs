using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>
/// The contract of every store, in parts. A store is tested against a part by a sealed class of one line that names the part and the store.
/// </summary>
public abstract class StoreContract<TStore> : IAsyncLifetime
    where TStore : IStoreUnderTest, new()
{
    protected TStore Data { get; } = new();
    IStore? store;

    protected IStore Store => store!;

    /// <summary>Opens a second client of the same data, as another process does.</summary>
    protected ValueTask<IStore> OpenAnother() => Data.Open();

    protected async ValueTask Reopen()
    {
        Store.Dispose();
        store = await Data.Open();
    }

    public async ValueTask InitializeAsync() => store = await Data.Open();

    public async ValueTask DisposeAsync()
    {
        Store.Dispose();
        await Data.DisposeAsync();
    }
}
