using System.Collections.Immutable;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using FollowUp.Simulation.Hours;
using FollowUp.Simulation.Parameters;
using NodaTime;

namespace FollowUp.Simulation.Department;

/// <summary>What all teams of a simulation share: rules, hours, people, and how the department is divided. It is read by all threads.</summary>
sealed class SimulationFrame
{
    /// <summary>Coordinators of a team. A team is simulated whole by one thread, so its size bounds the memory.</summary>
    const int TeamSize = 5;

    /// <summary>Beyond the end, for calls that are planned for after it.</summary>
    const int DaysBeyond = 40;

    public SimulationFrame(SimulationRequest request)
    {
        Request = request;
        var hours = PeopleValidator.ReadHours(request.People.Coordinators.Hours) ?? throw new ArgumentException("coordinators.hours: not valid");
        Policy = new Policy(
            ImmutableDictionary<int, Cadence>.Empty.Add(request.Cadence.Version, request.Cadence), request.Cadence.Version, WorkingCalendar.France,
            OwnHours: hours, TellsWebsite: false);
        var end = request.From.PlusMonths(request.Months);
        var beyond = end.PlusDays(DaysBeyond);
        Clock = new ClockTable(Policy.Calendar, request.From, beyond);
        StaffHours = new HourTable(Policy.Calendar, hours, request.From, beyond);
        CompanyHours = new HourTable(Policy.Calendar, Policy.GetCallHours(request.Cadence.Company), request.From, beyond);
        PersonHours = new HourTable(Policy.Calendar, Policy.GetCallHours(request.Cadence.Person), request.From, beyond);
        Start = ToSeconds(Policy.Calendar.At(request.From, LocalTime.Midnight));
        End = ToSeconds(Policy.Calendar.At(end, LocalTime.Midnight));
        HoursUntilEnd = Clock.IndexOf(End - 1) + 1;
        Arrivals = new ArrivalTable(People.Arrivals, Clock, HoursUntilEnd);
        Coordinators = CountCoordinators(request);
        Teams = (Coordinators + TeamSize - 1) / TeamSize;
    }

    /// <summary>As many as the new projects of a month need, one at least.</summary>
    public static int CountCoordinators(SimulationRequest request)
    {
        var each = (long)request.Months * request.People.Coordinators.NewProjectsAMonth;
        return Math.Max(1, (int)((request.Projects + (each / 2)) / each));
    }

    public SimulationRequest Request { get; }

    public PeopleParameters People => Request.People;

    public Policy Policy { get; }

    public ClockTable Clock { get; }

    public HourTable StaffHours { get; }

    public HourTable CompanyHours { get; }

    public HourTable PersonHours { get; }

    public ArrivalTable Arrivals { get; }

    /// <summary>The first and the last second, of Unix time.</summary>
    public long Start { get; }

    /// <inheritdoc cref="Start"/>
    public long End { get; }

    public int HoursUntilEnd { get; }

    public int Coordinators { get; }

    public int Teams { get; }

    /// <summary>The number of coordinators of a team.</summary>
    public int SizeOf(int team) => (Coordinators / Teams) + (team < Coordinators % Teams ? 1 : 0);

    /// <summary>The number of a team's first coordinator in the department.</summary>
    public int FirstOf(int team) => ((Coordinators / Teams) * team) + Math.Min(team, Coordinators % Teams);

    public HourTable HoursOf(ClientType type) => type == ClientType.Company ? CompanyHours : PersonHours;

    public static long ToSeconds(Instant at) => at.ToUnixTimeSeconds();
}
