using FollowUp.Simulation.Randomness;

namespace FollowUp.Simulation.Department;

/// <summary>A coordinator of a team: the calls of their projects, and their day.</summary>
/// <param name="draws">Their chances.</param>
sealed class Coordinator(Draws draws)
{
    /// <summary>No time at all.</summary>
    public const long Never = long.MaxValue;

    /// <summary>Calls that were agreed with clients. They are made at their time, before all others.</summary>
    public CallQueue Appointments { get; } = new();

    /// <summary>Calls to companies.</summary>
    public CallQueue Companies { get; } = new();

    /// <summary>Calls to private persons, whose hours differ.</summary>
    public CallQueue Persons { get; } = new();

    /// <summary>When they look at the queue next.</summary>
    public long NextLook { get; set; } = Never;

    /// <summary>Until when they speak.</summary>
    public long BusyUntil { get; set; }

    /// <summary>The day that the next two belong to.</summary>
    public int Today { get; set; } = -1;

    /// <summary>Calls of the day.</summary>
    public int Calls { get; set; }

    /// <summary>Seconds on the phone of the day.</summary>
    public long PhoneSeconds { get; set; }

    /// <summary>Whether they are absent in a week.</summary>
    public bool IsAbsent(int week, int absentDaysAYear) => draws.Happens(absentDaysAYear / 260.0, Purpose.Absence, week);
}
