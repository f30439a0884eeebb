using System.Globalization;

namespace FollowUp.Application.Integrity;

/// <summary>The signature of the newest entry of a timeline. It covers all entries before, because each hash covers the hash before it.</summary>
public static class HeadSignature
{
    /// <summary>Signs a head.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="project">The project's id.</param>
    /// <param name="version">The number of the newest entry.</param>
    /// <param name="head">Its hash.</param>
    /// <returns>Null without a key.</returns>
    public static string? Create(AnchorKeys keys, string project, long version, string head) => keys.IsEmpty ? null : keys.Sign(Format(project, version, head));

    /// <summary>Whether a signature is that of the head; null when its key is not known.</summary>
    public static bool? Verify(AnchorKeys keys, string project, long version, string head, string signature) =>
        keys.Verify(Format(project, version, head), signature);

    /// <summary>The text that is signed.</summary>
    internal static string Format(string project, long version, string head) => string.Create(CultureInfo.InvariantCulture, $"head\n{project}\n{version}\n{head}");
}
