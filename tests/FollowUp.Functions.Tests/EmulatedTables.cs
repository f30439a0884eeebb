using FollowUp.Storage.Tables;
using FollowUp.TestKit.Emulators;

namespace FollowUp.Functions.Tests;

/// <summary>The store that Azure runs on, in the one emulator of all tests, in an account of its own.</summary>
static class EmulatedTables
{
    public static Task<TablesStore> Open() => TablesStore.Open(Azurite.Account());
}
