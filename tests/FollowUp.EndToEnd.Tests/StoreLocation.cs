namespace FollowUp.EndToEnd.Tests;

/// <summary>Where a host keeps what it knows: here a new folder, with SQLite in it.</summary>
sealed class StoreLocation : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("followup-e2e-").FullName;

    /// <summary>How many projects a test of many takes.</summary>
    public const int ManyProjects = 200;

    /// <summary>How long a test of much time lets pass.</summary>
    public const string LongPeriod = "P24M";

    public string[] CommandLineOptions => ["--data", folder];

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
