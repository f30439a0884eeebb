using FollowUp.Application.People;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.People;
using NodaTime;

namespace FollowUp.Web.Api.Staffing;

/// <summary>A staff member.</summary>
/// <param name="OpenProjects">How many open projects are theirs. Of a person who left: how many are still to be handed over.</param>
/// <param name="LeftAt">When they left; null for a staff member of today.</param>
public sealed record StaffResponse(
    string Email, string Name, StaffRole Role, string[] Languages, int Capacity, string? Phone, HoursRequest? Hours, string? ScreenLanguage,
    int OpenProjects, AbsenceResponse[] Absences, Instant? LeftAt)
{
    internal static StaffResponse Of(Staff staff, int openProjects) => new(
        staff.Id, staff.Name, staff.Role.ToStaffRole(), [.. staff.Languages.IsDefault ? [] : staff.Languages.Select(l => l.ToLanguageCode())],
        staff.Capacity, staff.Phone, HoursRequest.Of(staff.Hours), staff.ScreenLanguage?.ToLanguageCode(), openProjects,
        staff.Absences.IsDefault ? [] : [.. staff.Absences.Select(AbsenceResponse.Of)], staff.RemovedAt);
}

/// <summary>An absence as stored.</summary>
public sealed record AbsenceResponse(string Id, LocalDate From, LocalDate To, string? StandIn)
{
    internal static AbsenceResponse Of(Absence absence) => new(absence.GetKey(), absence.From, absence.To, absence.StandIn);
}

/// <summary>A person who left, or a hand-over that was ordered.</summary>
/// <param name="OpenProjects">How many open projects are to be handed over.</param>
public sealed record HandOverResponse(string From, string? To, int OpenProjects);
