namespace FollowUp.Storage.Tests.Contract;

/// <summary>
/// What every store keeps. A store is held to it by one line for each part: a sealed class that names the part and how to make the store.
/// </summary>
public abstract class StoreContract<TStore> : IAsyncLifetime
    where TStore : IStoreUnderTest, new()
{
    protected TStore Data { get; } = new();
    StoreClient? store;

    protected StoreClient Store => store!;

    /// <summary>Another client on the same data, as another process would be.</summary>
    protected ValueTask<StoreClient> OpenAnother() => Data.Open();

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
