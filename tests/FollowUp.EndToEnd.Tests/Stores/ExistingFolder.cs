namespace FollowUp.EndToEnd.Tests.Stores;

/// <summary>A data folder of somebody else's.</summary>
sealed class ExistingFolder(string folder) : StoreLocation
{
    public override IReadOnlyList<string> CommandLineOptions => ["--data", folder];

    public override int ManyProjects => 200;

    public override string LongPeriod => "P24M";
}
