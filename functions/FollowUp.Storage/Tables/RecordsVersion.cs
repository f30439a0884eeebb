using System.Security.Cryptography;
using Azure.Data.Tables;

namespace FollowUp.Storage.Tables;

/// <summary>
/// The version of what every request reads and seldom changes: staff, cadences, providers, tokens and keys. Each change of them replaces it, and each process
/// reads it at most once in <see cref="TablesOptions.VersionCheckTime"/>; so a change by another process counts within that time, and a change by this
/// one at once. Thread-safe.
/// </summary>
sealed class RecordsVersion(TableClient records, TablesOptions options)
{
    const string Partition = "version";
    const string RowKey = "records";

    readonly Lock gate = new();
    Check? last;

    /// <summary>The version, as it was at most <see cref="TablesOptions.VersionCheckTime"/> ago. Concurrent callers share one request.</summary>
    public Task<string> Get(CancellationToken cancellation)
    {
        lock (gate)
        {
            if (last is null || last.Version.IsFaulted || options.Time.GetElapsedTime(last.At) >= options.VersionCheckTime)
            {
                last = new Check(Read(), options.Time.GetTimestamp());
            }

            return last.Version.WaitAsync(cancellation);
        }
    }

    /// <summary>Makes every process read again. Called after each write; a write that fails in between is one that may be repeated.</summary>
    public async Task Change(CancellationToken cancellation)
    {
        try
        {
            await records.Put(new TableEntity(Partition, RowKey) { ["Version"] = RandomNumberGenerator.GetHexString(16) }, cancellation);
        }
        finally
        {
            lock (gate) last = null;
        }
    }

    async Task<string> Read() => (await records.Find(Partition, RowKey, CancellationToken.None))?.GetString("Version") ?? "";

    sealed record Check(Task<string> Version, long At);
}
