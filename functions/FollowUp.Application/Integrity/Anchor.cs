using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Application.Ports;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Application.Integrity;

/// <summary>
/// What the store held at an instant, in a few hundred bytes: kept outside, it shows later that timelines or the audit log were rewritten or cut. It holds no
/// personal data. It is part of the API of <c>anchor</c> and <c>verify</c>.
/// </summary>
/// <param name="At">The instant: timeline entries of that time or earlier count.</param>
/// <param name="Projects">How many projects there were.</param>
/// <param name="Entries">How many timeline entries they had.</param>
/// <param name="Digest">The XOR of the HMACs of all heads, lower-case hex: it depends on no order, and who has no key cannot compute one.</param>
/// <param name="Audit">The newest entries of the audit log when the anchor was made.</param>
/// <param name="Previous">The signature of the anchor before; null for the first.</param>
/// <param name="Signature">The signature of all that.</param>
public sealed record Anchor(Instant At, long Projects, long Entries, string Digest, ImmutableArray<AuditHead> Audit, string? Previous, string Signature)
{
    /// <summary>The text that is signed.</summary>
    public string Format() => string.Join('\n', (string[])
    [
        "anchor",
        InstantPattern.ExtendedIso.Format(At),
        Projects.ToString(CultureInfo.InvariantCulture),
        Entries.ToString(CultureInfo.InvariantCulture),
        Digest,
        .. Audit.Select(head => string.Create(CultureInfo.InvariantCulture, $"{head.Chain} {head.Number} {head.Hash}")),
        Previous ?? "",
    ]);
}
