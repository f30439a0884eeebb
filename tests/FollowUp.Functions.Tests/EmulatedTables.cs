using System.Globalization;
using FollowUp.Storage.Tables;
using FollowUp.Tables.Tests.Given;

namespace FollowUp.Functions.Tests;

/// <summary>The store that Azure runs on, in the one emulator of all tests, under names of its own.</summary>
static class EmulatedTables
{
    static int made;

    public static Task<TablesStore> Open() => TablesStore.Open(
        Azurite.Connection, new TablesOptions { Prefix = string.Create(CultureInfo.InvariantCulture, $"T{Interlocked.Increment(ref made)}x") });
}
