namespace FollowUp.EndToEnd.Tests;

/// <summary>Where a host keeps what it knows: here new tables of a storage account, emulated.</summary>
sealed class StoreLocation : IDisposable
{
    readonly string account = FollowUp.TestKit.Emulators.Azurite.Account();

    /// <summary>How many projects a test of many takes: the emulator does in seconds what a disk does in no time.</summary>
    public const int ManyProjects = 20;

    /// <summary>How long a test of much time lets pass: long enough for a silent project to fall asleep and be written to there.</summary>
    public const string LongPeriod = "P6M";

    public string[] CommandLineOptions => ["--tables", account];

    public void Dispose()
    {
        // They go with the emulator.
    }
}
