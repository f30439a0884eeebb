using FollowUp.TestKit.Emulators;

namespace FollowUp.EndToEnd.Tests.Stores;

/// <summary>An account of the storage emulator, whose tables end with the emulator. It is slower than a disk, so its sizes are smaller.</summary>
sealed class TablesLocation : StoreLocation
{
    readonly string account = Azurite.Account();

    public override IReadOnlyList<string> CommandLineOptions => ["--tables", account];

    public override int ManyProjects => 20;

    public override string LongPeriod => "P6M";
}
