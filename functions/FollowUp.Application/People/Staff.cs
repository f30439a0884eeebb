using System.Collections.Immutable;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Application.People;

/// <summary>A member of staff.</summary>
/// <param name="Id">The mail address, lower case.</param>
/// <param name="Name">The name.</param>
/// <param name="Role">Coordinator, manager or sales.</param>
/// <param name="Languages">The languages that they follow projects in, the preferred one first.</param>
/// <param name="Capacity">How many open projects a coordinator can follow.</param>
/// <param name="Phone">The phone number; null when none is known.</param>
/// <param name="Hours">Their own working hours; null when they work whenever the cadence allows calls.</param>
/// <param name="Absences">Entered absences; default when there are none.</param>
public sealed record Staff(
    string Id,
    string Name,
    Role Role,
    ImmutableArray<Language> Languages,
    int Capacity = 0,
    string? Phone = null,
    OpeningHours? Hours = null,
    ImmutableArray<Absence> Absences = default)
{
    /// <summary>The language of mails to them.</summary>
    public Language Language => Languages.IsDefaultOrEmpty ? Language.French : Languages[0];

    /// <summary>No absence includes a day.</summary>
    public bool IsPresent(LocalDate day) => AbsenceOn(day) is null;

    /// <summary>The absence that includes a day; null when there is none.</summary>
    public Absence? AbsenceOn(LocalDate day) =>
        Absences.IsDefault ? null : Absences.FirstOrDefault(a => a.From <= day && day <= a.To);
}

/// <summary>An absence.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
/// <param name="StandIn">The staff id of the stand-in; null without one.</param>
public sealed record Absence(LocalDate From, LocalDate To, string? StandIn);
