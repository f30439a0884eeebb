namespace FollowUp.Storage.Tables;

/// <summary>What became of a project's transaction.</summary>
abstract record WriteResult
{
    /// <summary>The transaction is stored.</summary>
    /// <param name="Version">The snapshot that it wrote.</param>
    /// <param name="Before">The snapshot that it replaced; null for a new project.</param>
    public sealed record Written(StoredVersion Version, StoredVersion? Before) : WriteResult;

    /// <summary>Another commit was first: the project is at another version, or the idempotency key is taken. Nothing of this one is stored.</summary>
    public sealed record Lost : WriteResult;
}
