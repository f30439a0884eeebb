using System.Collections.Immutable;

namespace FollowUp.Application.Integrity;

/// <summary>Whether a timeline is the one that was recorded.</summary>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Head">The hash of the newest entry; empty without entries.</param>
/// <param name="FirstBroken">The number of the first entry whose hash does not follow from those before it, or that a gap precedes; null when there is none.</param>
/// <param name="ChangedTexts">The numbers of entries whose free text differs from its digest, or is missing.</param>
/// <param name="MissingEntries">How many entries are missing at the end, by the version of the project.</param>
/// <param name="Faults">Everything that was found, in the order of the entries.</param>
public sealed record ChainReport(
    int Entries, string Head, long? FirstBroken, IReadOnlyList<long> ChangedTexts, long MissingEntries, ImmutableArray<IntegrityFault> Faults)
{
    /// <summary>Whether the newest entry has a signature that was checked.</summary>
    public bool IsSigned { get; init; }

    /// <summary>Nothing was changed, removed or added.</summary>
    public bool IsIntact => Faults.IsEmpty;
}
