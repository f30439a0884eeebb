namespace FollowUp.Application.Integrity;

/// <summary>Adds up the heads of an anchor. The result depends on no order. Not thread-safe.</summary>
sealed class AnchorSum(AnchorKey key)
{
    readonly byte[] digest = new byte[32];

    public long Projects { get; private set; }

    public long Entries { get; private set; }

    public string Digest => Convert.ToHexStringLower(digest);

    public void Add(string project, long version, string head) => Add(version, AnchorKeys.Compute(key, HeadSignature.Format(project, version, head)));

    /// <param name="version">The number of the newest entry.</param>
    /// <param name="mac">The HMAC of the head.</param>
    public void Add(long version, ReadOnlySpan<byte> mac)
    {
        Projects++;
        Entries += version;
        for (var i = 0; i < digest.Length; i++)
        {
            digest[i] ^= mac[i];
        }
    }
}
