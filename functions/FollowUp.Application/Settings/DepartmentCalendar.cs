using FollowUp.Domain.Calendars;

namespace FollowUp.Application.Settings;

/// <summary>
/// The working calendar of the department as the settings have it now. Services that live longer than a request take it instead of a
/// <see cref="WorkingCalendar"/>, so that a new closing day reaches them. Thread-safe.
/// </summary>
/// <param name="read">Reads the calendar of the current settings; called at each use.</param>
public sealed class DepartmentCalendar(Func<WorkingCalendar> read)
{
    /// <summary>The calendar now.</summary>
    public WorkingCalendar Current => read();

    /// <summary>A calendar that never changes, for processes without settings.</summary>
    public static implicit operator DepartmentCalendar(WorkingCalendar calendar) => FromWorkingCalendar(calendar);

    /// <inheritdoc cref="op_Implicit"/>
    public static DepartmentCalendar FromWorkingCalendar(WorkingCalendar calendar) => new(() => calendar);
}
