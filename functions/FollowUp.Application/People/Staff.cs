using System.Collections.Immutable;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Application.People;

/// <summary>A member of staff.</summary>
/// <param name="Id">The mail address, lower case.</param>
/// <param name="Role">Coordinator, manager or sales.</param>
/// <param name="Capacity">Open projects that this coordinator can follow at once.</param>
/// <param name="Hours">Their own working hours; null when they work whenever the cadence allows calls.</param>
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
    /// <summary>The one that they are written to in.</summary>
    public Language Language => Languages.IsDefaultOrEmpty ? Language.French : Languages[0];

    public bool IsPresent(LocalDate day) => AbsenceOn(day) is null;

    public Absence? AbsenceOn(LocalDate day) =>
        Absences.IsDefault ? null : Absences.FirstOrDefault(a => a.From <= day && day <= a.To);
}

/// <summary>Days off, both ends included, and who stands in.</summary>
public sealed record Absence(LocalDate From, LocalDate To, string? StandIn);

/// <summary>A provider as the website describes it.</summary>
/// <param name="PrivilegeUntil">The last day of the privilege subscription; null without one.</param>
public sealed record ProviderProfile(string Id, string Name, string Email, Language Language, LocalDate? PrivilegeUntil)
{
    public bool HasPrivilege(LocalDate day) => PrivilegeUntil >= day;
}
