namespace FollowUp.EndToEnd.Tests.Stores;

/// <summary>A new, empty store for one host: a data folder with SQLite, or tables of a storage account.</summary>
public abstract class StoreLocation : IDisposable
{
    static readonly bool TablesByDefault = Environment.GetEnvironmentVariable("FOLLOWUP_STORE") == "tables";

    /// <summary>The options of the host's command line that name the store.</summary>
    public abstract IReadOnlyList<string> CommandLineOptions { get; }

    /// <summary>How many projects a test of many projects submits.</summary>
    public abstract int ManyProjects { get; }

    /// <summary>How long a test of long periods lets pass, as an ISO 8601 duration. A silent project becomes dormant in it.</summary>
    public abstract string LongPeriod { get; }

    /// <summary>A data folder; tables when the environment variable <c>FOLLOWUP_STORE</c> is <c>tables</c>.</summary>
    public static StoreLocation CreateDefault() => TablesByDefault ? new TablesLocation() : new SqliteLocation();

    public static StoreLocation CreateTables() => new TablesLocation();

    public virtual void Dispose() => GC.SuppressFinalize(this);
}
