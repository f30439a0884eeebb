using FluentValidation;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Shared.People;

/// <summary>An absence: the same for the API and the form.</summary>
public sealed record AbsenceRequest
{
    /// <summary>The first day; today when missing: the absence is sudden and begins now.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day, included.</summary>
    public LocalDate? To { get; init; }

    /// <summary>The mail address of the colleague who stands in; missing when nobody does, and a colleague is asked.</summary>
    public string? StandIn { get; init; }

    /// <param name="id">The name of the absence.</param>
    /// <param name="today">The first day of a sudden absence.</param>
    internal Absence ToAbsence(string id, LocalDate today) =>
        new(From ?? today, To!.Value, string.IsNullOrWhiteSpace(StandIn) ? null : StaffId.Normalize(StandIn), id);
}

sealed class AbsenceValidator : RequestValidator<AbsenceRequest>
{
    const int MaxDays = 731;

    static readonly LocalizedText MustNotEndBeforeStart = new(
        "ne vient pas avant le premier jour, ni plus de deux ans après", "is not before the first day, nor more than two years after it");

    public AbsenceValidator(IDirectory directory, TimeProvider time, WorkingCalendar calendar)
    {
        RuleFor(r => r.From).InSupportedYears();
        RuleFor(r => r.To).Required().NotBeforeToday(time, calendar)
            .Must((request, to) => request.From is not { } from || to is not { } day || (from <= day && Period.DaysBetween(from, day) <= MaxDays))
            .WithText(MustNotEndBeforeStart);
        RuleFor(r => r.StandIn).KnownCoordinator(directory).When(r => !string.IsNullOrWhiteSpace(r.StandIn));
    }
}
