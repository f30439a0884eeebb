using System.Collections.Immutable;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Outbox;
using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>All that a decision may depend on besides the project, the command, the actor and the instant.</summary>
/// <param name="Cadences">By version: every cadence that the current cycle of an open project may run by.</param>
/// <param name="Current">The version that a new cycle takes; a key of <paramref name="Cadences"/>.</param>
/// <param name="Calendar">Working days and time zone.</param>
/// <param name="OwnHours">The working hours of the coordinator in charge; null when the cadence's hours apply.</param>
/// <param name="TellsWebsite">Whether a website is configured; without one no webhook is created.</param>
/// <param name="WebhookEvents">What the website is told besides changes of the phase and closings; null: nothing.</param>
public sealed record Policy(
    ImmutableDictionary<int, Cadence> Cadences, int Current, WorkingCalendar Calendar, OpeningHours? OwnHours = null, bool TellsWebsite = true,
    ImmutableHashSet<WebhookEvent>? WebhookEvents = null)
{
    /// <summary>The facts that a new project does not publish to providers until its coordinator does.</summary>
    public ImmutableArray<SharedFact> WithheldFromStart { get; init; } = [];

    /// <summary>The policy of a new department: the default cadence, French holidays, no own hours.</summary>
    public static Policy Default { get; } =
        new(ImmutableDictionary<int, Cadence>.Empty.Add(DefaultCadence.Initial.Version, DefaultCadence.Initial),
            DefaultCadence.Initial.Version, WorkingCalendar.France);

    /// <summary>Whether the website is told of any event that can be chosen.</summary>
    public bool TellsChosen => TellsWebsite && WebhookEvents is { IsEmpty: false };

    /// <summary>Whether the website is told of an event that can be chosen.</summary>
    public bool Tells(WebhookEvent chosen) => TellsWebsite && WebhookEvents?.Contains(chosen) == true;

    /// <summary>The table that the current cycle of a project runs by.</summary>
    public CadenceTable TableFor(Project project) => GetTable(project.Cycle.CadenceVersion, project.CalledAs);

    /// <summary>The table of one cadence version for one kind of client; that of the current version when the version is not known.</summary>
    public CadenceTable GetTable(int cadenceVersion, ClientType clientType) =>
        (Cadences.TryGetValue(cadenceVersion, out var cadence) ? cadence : Cadences[Current]).For(clientType);

    /// <summary>
    /// Whether a client may be relaunched unasked. What the law forbids for a category holds at once, so the current cadence counts and not that of
    /// the cycle.
    /// </summary>
    /// <param name="clientType">A company may be.</param>
    /// <param name="category">The category of service; null when it is not known.</param>
    public bool MayRelaunch(ClientType clientType, string? category) =>
        clientType == ClientType.Company || category is null || !Cadences[Current].ConsumersNotRelaunched.Contains(category);

    /// <summary>When the client may be called: a private person by their own clock where it is known.</summary>
    /// <param name="table">The table of the client's cadence.</param>
    /// <param name="clientType">A company is called at the department's hours.</param>
    /// <param name="timeZone">The IANA id of the client's zone; null when it is not known. An unknown id counts as not known.</param>
    public CallClock GetCallClock(CadenceTable table, ClientType clientType, string? timeZone) =>
        FindOwnZone(clientType, timeZone, Calendar.Zone) is { } zone
            ? new CallClock(table.Calls, OwnHours ?? table.Calls, Calendar, zone)
            : new CallClock(GetCallHours(table), Calendar);

    /// <summary>Days and times as a client reads them, where their own clock counts; else the calendar of the department.</summary>
    /// <param name="calledAs">See <see cref="Project.CalledAs"/>.</param>
    /// <param name="timeZone">The IANA id of the client's zone; null when it is not known. An unknown id counts as not known.</param>
    public WorkingCalendar GetClientCalendar(ClientType calledAs, string? timeZone) =>
        FindOwnZone(calledAs, timeZone, Calendar.Zone) is { } zone ? Calendar.InZone(zone) : Calendar;

    /// <summary>The zone of a client whose own clock counts; null where that of the department does.</summary>
    /// <param name="calledAs">See <see cref="Project.CalledAs"/>.</param>
    /// <param name="timeZone">The IANA id of the client's zone; null when it is not known. An unknown id counts as not known.</param>
    /// <param name="department">The zone of the department.</param>
    public static DateTimeZone? FindOwnZone(ClientType calledAs, string? timeZone, DateTimeZone department) =>
        calledAs == ClientType.Person && timeZone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) is { } zone && zone.Id != department.Id
            ? zone
            : null;

    /// <summary>The call hours of a table within the coordinator's own hours; the table's call hours when the two never overlap.</summary>
    public OpeningHours GetCallHours(CadenceTable table) => OwnHours is { } own ? own.Intersect(table.Calls) ?? table.Calls : table.Calls;
}
