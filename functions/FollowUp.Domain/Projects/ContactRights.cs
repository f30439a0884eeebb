using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>How the client may be reached, and the calls that count towards the cap. Two values with the same calls are equal.</summary>
/// <param name="MayCall">By phone: a company, or a private person whose consent is given and not withdrawn.</param>
/// <param name="MayMail">By mail: the client did not opt out, and the mail service did not refuse the address.</param>
/// <param name="QuietUntil">The end of the quiet period after "do not call" of a private person: no call before this instant.</param>
/// <param name="RecentCalls">The calls to the person, about any project, that may still count towards the cap, oldest first.</param>
public sealed record ContactRights(
    [property: JsonPropertyName("calls")] bool MayCall,
    [property: JsonPropertyName("mails")] bool MayMail,
    Instant? QuietUntil,
    ImmutableArray<Instant> RecentCalls)
{
    /// <summary>Whether mail is closed because the address bounced. It opens again when the client writes from it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool MailFailed { get; init; }

    /// <summary>Whether a private person agreed to be called later too, for relaunches. A company needs no such consent.</summary>
    [JsonPropertyName("relaunches"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool MayRelaunchByPhone { get; init; }

    /// <summary>Since when the person wants to be left alone about another project; null when they do not. Staff are asked about this one.</summary>
    public Instant? LeftAloneSince { get; init; }

    /// <inheritdoc/>
    public bool Equals(ContactRights? other) =>
        other is not null && MayCall == other.MayCall && MayMail == other.MayMail && MailFailed == other.MailFailed && QuietUntil == other.QuietUntil
        && MayRelaunchByPhone == other.MayRelaunchByPhone && LeftAloneSince == other.LeftAloneSince
        && RecentCalls.AsSpan().SequenceEqual(other.RecentCalls.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(MayCall, MayMail, QuietUntil, RecentCalls.AsSpan().Length);
}
