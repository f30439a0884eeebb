using System.Collections.Immutable;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;

namespace FollowUp.Application.People;

/// <summary>What a manager enters of a staff member. Values are valid and in their stored form.</summary>
/// <param name="Id">The mail address (<see cref="StaffId.Normalize"/>).</param>
/// <param name="Name">The name.</param>
/// <param name="Role">Coordinator, manager or sales.</param>
/// <param name="Languages">The languages that they follow projects in, the preferred one first; at least one.</param>
/// <param name="Capacity">How many open projects a coordinator can follow.</param>
/// <param name="Phone">The phone number in E.164; null without one.</param>
/// <param name="Hours">Their own working hours; null when they work whenever the cadence allows calls.</param>
/// <param name="ScreenLanguage">The language of the console and of mails; null for the preferred language.</param>
public sealed record StaffDetails(
    string Id, string Name, Role Role, ImmutableArray<Language> Languages, int Capacity, string? Phone, OpeningHours? Hours,
    Language? ScreenLanguage)
{
    /// <summary>The details of a staff member.</summary>
    public static StaffDetails Of(Staff staff) => new(
        staff.Id, staff.Name, staff.Role, staff.Languages.IsDefault ? [] : staff.Languages, staff.Capacity, staff.Phone, staff.Hours, staff.ScreenLanguage);

    /// <summary>A staff member with these details; everything else stays.</summary>
    internal Staff ApplyTo(Staff staff) => staff with
    {
        Name = Name,
        Role = Role,
        Languages = Languages,
        Capacity = Capacity,
        Phone = Phone,
        Hours = Hours,
        ScreenLanguage = ScreenLanguage,
    };
}
