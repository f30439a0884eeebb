using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>Pauses the follow-up until a day.</summary>
public sealed record SnoozeRequest : CommandRequest
{
    public LocalDate? Until { get; init; }

    public string? Reason { get; init; }

    /// <summary>True by default: an answer in the meantime ends the pause.</summary>
    public bool? EndsOnAnswer { get; init; }

    internal override LocalizedText Confirmation => new("Projet mis en pause.", "Project paused.");

    internal override Command ToCommand(Instant now) =>
        new Snooze(Until!.Value, FreeText.CreateOrNull(NormalizedText.MultiLine(Reason!)), EndsOnAnswer ?? true);
}

sealed class SnoozeValidator : RequestValidator<SnoozeRequest>
{
    public SnoozeValidator(TimeProvider time, WorkingCalendar calendar)
    {
        RuleFor(r => r.Until).Required().AfterToday(time, calendar);
        RuleFor(r => r.Reason).Required().MultiLine();
    }
}
