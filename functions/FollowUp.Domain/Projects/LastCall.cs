using System.Text.Json.Serialization;
using FollowUp.Domain.Projects.Commands;
using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>The fields of a call that identify a repeat.</summary>
/// <param name="Outcome">What the call led to.</param>
/// <param name="At">When.</param>
/// <param name="Direction">Who called.</param>
public sealed record LastCall(
    CallOutcome Outcome, Instant At, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] CallDirection Direction = CallDirection.Outbound);
