using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>The data of one test, deleted after it. Any number of clients may open them, in turn or at once.</summary>
public interface IStoreUnderTest : IAsyncDisposable
{
    ValueTask<IStore> Open();
}
