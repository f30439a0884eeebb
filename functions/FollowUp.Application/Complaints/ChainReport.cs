namespace FollowUp.Application.Complaints;

/// <summary>Whether a timeline is the one that was recorded.</summary>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Head">The hash of the newest entry; empty without entries.</param>
/// <param name="FirstBroken">The number of the first entry whose hash does not follow from those before it, or that a gap precedes; null when there is none.</param>
/// <param name="ChangedTexts">The numbers of entries whose free text differs from its digest.</param>
/// <param name="MissingEntries">How many entries are missing at the end, by the version of the project.</param>
public sealed record ChainReport(int Entries, string Head, long? FirstBroken, IReadOnlyList<long> ChangedTexts, long MissingEntries)
{
    /// <summary>Nothing was changed, removed or added.</summary>
    public bool IsIntact => FirstBroken is null && ChangedTexts.Count == 0 && MissingEntries <= 0;
}
