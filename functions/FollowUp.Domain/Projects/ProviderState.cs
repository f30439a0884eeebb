using System.Text.Json.Serialization;
using FollowUp.Domain.Projects.Commands;
using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>What one provider did on a project, and what it may be told.</summary>
/// <param name="Provider">The provider's id.</param>
/// <param name="Acted">It came forward: a proposal, a message, a quote or a visit.</param>
/// <param name="ClientInterested">The client showed interest in it.</param>
/// <param name="Notified">It had its good-chances notice.</param>
/// <param name="LastAction">Its newest reported action; with <paramref name="LastActedAt"/> it identifies a repeat.</param>
/// <param name="LastActedAt">When its newest reported action took place.</param>
/// <param name="NoticeApproval">Whether staff were asked to approve its good-chances notice.</param>
public sealed record ProviderState(
    string Provider,
    bool Acted = false,
    [property: JsonPropertyName("wanted")] bool ClientInterested = false,
    [property: JsonPropertyName("told")] bool Notified = false,
    ProviderActionKind? LastAction = null,
    Instant? LastActedAt = null,
    [property: JsonPropertyName("ask")] NoticeApproval NoticeApproval = NoticeApproval.None);
