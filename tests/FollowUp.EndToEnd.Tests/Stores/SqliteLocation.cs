namespace FollowUp.EndToEnd.Tests.Stores;

/// <summary>A temporary data folder, deleted with the location.</summary>
sealed class SqliteLocation : StoreLocation
{
    readonly string folder = Directory.CreateTempSubdirectory("followup-e2e-").FullName;

    public override IReadOnlyList<string> CommandLineOptions => ["--data", folder];

    public override int ManyProjects => 200;

    public override string LongPeriod => "P24M";

    public override void Dispose()
    {
        base.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
