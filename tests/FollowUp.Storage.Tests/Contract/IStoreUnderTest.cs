namespace FollowUp.Storage.Tests.Contract;

/// <summary>Data of its own for one test, gone after it, that any number of clients may open, one after the other or at once.</summary>
public interface IStoreUnderTest : IAsyncDisposable
{
    ValueTask<StoreClient> Open();
}
