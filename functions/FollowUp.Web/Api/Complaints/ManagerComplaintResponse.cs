using NodaTime;

namespace FollowUp.Web.Api.Complaints;

/// <summary>A complaint as managers read it.</summary>
/// <param name="Kind"><c>provider</c> or <c>client</c>.</param>
/// <param name="From">The id of the provider or client.</param>
/// <param name="DueOn">The day by which the receipt promised an answer.</param>
/// <param name="State"><c>new</c>, <c>taken</c> or <c>answered</c>.</param>
/// <param name="Owner">The address of the manager who answers it; null while it is new.</param>
/// <param name="Answer">The text of the answer; null before it.</param>
public sealed record ManagerComplaintResponse(
    string Id, string Kind, string From, string? Project, string Text, Instant At, LocalDate DueOn, string State, string? Owner, string? Cause, string? Answer,
    Instant? AnsweredAt);
