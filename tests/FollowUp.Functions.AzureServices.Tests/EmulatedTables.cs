using FollowUp.Storage.Tables;
using FollowUp.TestKit.Emulators;

namespace FollowUp.Functions.AzureServices.Tests;

/// <summary>A tables store in an account of its own in the emulator that all tests of the assembly share.</summary>
static class EmulatedTables
{
    public static Task<TablesStore> Open() => TablesStore.Open(Azurite.Account());
}
