using FollowUp.Web.Api.Responses;
using NodaTime;

namespace FollowUp.Web.Api.Projects;

/// <param name="Question">The id to answer it by.</param>
/// <param name="Coordinator">Who is to answer; null while no coordinator is in charge.</param>
/// <param name="DueAt">Within two working days.</param>
public sealed record QuestionResponse(string Question, PersonResponse? Coordinator, Instant DueAt);
