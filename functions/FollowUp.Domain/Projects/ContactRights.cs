using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FollowUp.Domain.Projects.Commands;
using NodaTime;

namespace FollowUp.Domain.Projects;

public enum ClientType
{
    Company,
    Person,
}

public enum Channel
{
    Mail,
    Phone,
}

/// <summary>How the client may be reached, and how often it was.</summary>
/// <param name="MayCall">By phone: consent given (private person) and not withdrawn.</param>
/// <param name="MayMail">By mail: not opted out, address not refused by the mail service.</param>
/// <param name="QuietUntil">No contact at all before this instant (private person, after "do not call").</param>
/// <param name="RecentCalls">The calls that still count towards the cap, oldest first.</param>
public sealed record ContactRights([property: JsonPropertyName("calls")] bool MayCall, [property: JsonPropertyName("mails")] bool MayMail, Instant? QuietUntil, ImmutableArray<Instant> RecentCalls)
{
    public bool Equals(ContactRights? other) =>
        other is not null && MayCall == other.MayCall && MayMail == other.MayMail && QuietUntil == other.QuietUntil
        && RecentCalls.AsSpan().SequenceEqual(other.RecentCalls.AsSpan());

    public override int GetHashCode() => HashCode.Combine(MayCall, MayMail, QuietUntil, RecentCalls.Length);
}

/// <summary>A pause with a date. It is immune to ageing and to automatic closing.</summary>
/// <param name="EndsOnAnswer">Whether an answer in the meantime ends the pause or leaves it.</param>
public sealed record SnoozeUntil(LocalDate Until, bool EndsOnAnswer);

/// <summary>What one provider did on a project and what it may be told.</summary>
/// <param name="Acted">It came forward: a proposal, a message, a quote or a visit.</param>
/// <param name="ClientInterested">The client showed interest in it.</param>
/// <param name="Notified">It had its good-chances notice.</param>
/// <param name="NoticeApproval">Whether staff were asked to send it one.</param>
/// <param name="LastAction">Its newest reported action, so that a repeat is recognised.</param>
public sealed record ProviderState(
    string Provider, bool Acted = false, [property: JsonPropertyName("wanted")] bool ClientInterested = false, [property: JsonPropertyName("told")] bool Notified = false,
    ProviderActionKind? LastAction = null, Instant? LastActedAt = null, [property: JsonPropertyName("ask")] NoticeApproval NoticeApproval = NoticeApproval.None);

/// <summary>How far the question is whether a provider may have its good-chances notice.</summary>
public enum NoticeApproval
{
    None,
    Waiting,
    Declined,
}

/// <summary>A signal of the website, as far as a repeat is recognised by it.</summary>
public sealed record LastSignal(SignalKind Kind, Instant At);

/// <summary>A call, as far as a repeat is recognised by it.</summary>
public sealed record LastCall(CallOutcome Outcome, Instant At);

/// <summary>A provider's question that the coordinator in charge still owes an answer.</summary>
public sealed record OpenQuestion(string Id, string Provider, Instant AskedAt, Instant DueAt);
