using System.Collections.Immutable;
using FollowUp.Application.SecondFactors;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Application.People;

/// <summary>A staff member.</summary>
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
    static readonly LocalizedText FormerName = new("Un ancien membre de l’équipe", "A former member of the team");

    /// <summary>The language of the console for them; null when they have chosen none.</summary>
    public Language? ScreenLanguage { get; init; }

    /// <summary>
    /// A random text that a session of the console holds: a session with another stamp has ended. A staff member who comes back to the department, has a new role, or ends all sessions
    /// gets a new one. Null for staff members of earlier versions.
    /// </summary>
    public string? Stamp { get; init; }

    /// <summary>When they left the department; null for a staff member of today.</summary>
    public Instant? RemovedAt { get; init; }

    /// <summary>The SHA-256 of the secret in the address of their calendar, lower-case hex; null when they have no calendar address.</summary>
    public string? CalendarKey { get; init; }

    /// <summary>Their passkeys and recovery codes; null when the mailbox alone signs them in.</summary>
    public SecondFactor? SecondFactor { get; init; }

    /// <summary>They left the department.</summary>
    public bool IsFormer => RemovedAt is not null;

    /// <summary>They may be in charge of projects.</summary>
    public bool MayFollowUp => !IsFormer && Role is (Role.Coordinator or Role.Manager);

    /// <summary>The language of mails to them.</summary>
    public Language Language => ScreenLanguage ?? (Languages.IsDefaultOrEmpty ? Language.French : Languages[0]);

    /// <summary>The name as others read it: of a staff member who left and whose data were erased, that they were of the department.</summary>
    public string GetDisplayName(Language language) => Name.Length > 0 ? Name : FormerName.In(language);

    /// <summary>What stays of a staff member who left when their data are erased: the id, which the timelines of projects hold, the role and the day.</summary>
    public Staff Erase() => new(Id, "", Role, []) { RemovedAt = RemovedAt };

    /// <summary>They follow projects of a language.</summary>
    public bool Speaks(Language language) => !Languages.IsDefault && Languages.Contains(language);

    /// <summary>No absence includes a day.</summary>
    public bool IsPresent(LocalDate day) => AbsenceOn(day) is null;

    /// <summary>The absence that includes a day; null when there is none.</summary>
    public Absence? AbsenceOn(LocalDate day) =>
        Absences.IsDefault ? null : Absences.FirstOrDefault(a => a.Includes(day));
}

/// <summary>An absence.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
/// <param name="StandIn">The staff id of the stand-in; null without one.</param>
/// <param name="Id">Names the absence among those of the staff member; null in absences of earlier versions.</param>
public sealed record Absence(LocalDate From, LocalDate To, string? StandIn, string? Id = null)
{
    /// <summary>The name of the absence: <see cref="Id"/>, or the first day where it has none.</summary>
    public string GetKey() => Id ?? NodaTime.Text.LocalDatePattern.Iso.Format(From);

    /// <summary>Both have a day in common.</summary>
    public bool Overlaps(Absence other) => From <= other.To && other.From <= To;

    /// <summary>It includes a day.</summary>
    public bool Includes(LocalDate day) => From <= day && day <= To;
}
