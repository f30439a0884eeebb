namespace FollowUp.EndToEnd.Tests;

/// <summary>Where a host keeps what it knows: here a new folder, with SQLite in it.</summary>
sealed class Place : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("followup-e2e-").FullName;

    /// <summary>How many projects a test of many takes.</summary>
    public const int Many = 200;

    /// <summary>How long a test of much time lets pass.</summary>
    public const string Long = "P24M";

    public string[] Options => ["--data", folder];

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
