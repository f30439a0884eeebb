using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Settings;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Projects;
using NodaTime.Extensions;

namespace FollowUp.Application.Cadences.Comparisons;

/// <summary>Compares a cadence that is not saved with those that the open projects run by. It writes nothing.</summary>
public sealed class LiveComparer(IProjectIndex index, IDirectory directory, DepartmentCalendar calendar, TimeProvider time)
{
    /// <summary>How far the comparison looks ahead, this week included.</summary>
    const int Weeks = 4;

    /// <summary>Compares as many parts of the open projects as are begun within a time, several at once: all of them where there is time enough.</summary>
    /// <param name="compared">A valid cadence; its number is not used.</param>
    /// <param name="begunWithin">The time, of the machine.</param>
    /// <param name="cancellation">Ends the comparison.</param>
    public Task<LiveComparison> CompareWithin(Cadence compared, TimeSpan begunWithin, CancellationToken cancellation = default)
    {
        var begun = time.GetTimestamp();
        return Compare(compared, _ => time.GetElapsedTime(begun) > begunWithin, Environment.ProcessorCount, cancellation);
    }

    /// <summary>Compares all open projects where they can be read fast, else parts of them, one after the other, until there are enough.</summary>
    /// <param name="compared">A valid cadence; its number is not used.</param>
    /// <param name="enough">How many projects are enough for a sample.</param>
    /// <param name="cancellation">Ends the comparison.</param>
    public Task<LiveComparison> CompareFairly(Cadence compared, int enough, CancellationToken cancellation = default) =>
        Compare(compared, projects => !index.ReadsOpenFast && projects >= enough, maxParallel: 1, cancellation);

    /// <param name="compared">A valid cadence.</param>
    /// <param name="isEnough">From the number of compared projects to whether no further part is begun.</param>
    /// <param name="maxParallel">Parts that are compared at once.</param>
    /// <param name="cancellation">Ends the comparison.</param>
    async Task<LiveComparison> Compare(Cadence compared, Func<int, bool> isEnough, int maxParallel, CancellationToken cancellation)
    {
        var comparison = await Prepare(compared, cancellation);
        var (sum, read, projects) = (comparison.CreateTally(), 0, 0);
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = maxParallel };
        await Parallel.ForEachAsync(Enumerable.Range(0, index.OpenParts), options, async (part, stop) =>
        {
            if (part > 0 && isEnough(Volatile.Read(ref projects))) return;
            var open = await index.ReadOpenPart(part, stop);
            var tally = comparison.CreateTally();
            foreach (var project in open)
            {
                stop.ThrowIfCancellationRequested();
                comparison.Add(project, tally);
            }

            lock (sum)
            {
                sum.Add(tally);
                projects += open.Length;
                read++;
            }
        });
        return sum.Build(read, index.OpenParts);
    }

    async Task<Comparison> Prepare(Cadence compared, CancellationToken cancellation)
    {
        var saved = await directory.Cadences(cancellation);
        var staff = await directory.AllStaff(cancellation);
        var number = saved[^1].Version + 1;
        var cadences = saved.ToImmutableDictionary(c => c.Version);

        // Webhooks are no contacts with clients.
        var before = new Policy(cadences, saved[^1].Version, calendar.Current, TellsWebsite: false);
        var after = before with { Cadences = cadences.Add(number, compared with { Version = number }), Current = number };
        var hours = staff.Where(person => person.Hours is not null).ToDictionary(
            person => person.Id, person => (before with { OwnHours = person.Hours }, after with { OwnHours = person.Hours }));
        var now = time.GetCurrentInstant();
        return new Comparison(before, after, hours, FindUnchanged(saved, compared), () => new LiveTally(before.Calendar, now, Weeks));
    }

    /// <summary>The saved versions and kinds of client under which nothing differs: their projects need one forecast and not two.</summary>
    static HashSet<(int Version, ClientType Type)> FindUnchanged(ImmutableArray<Cadence> saved, Cadence compared) =>
    [
        .. Enum.GetValues<ClientType>().Where(type => IsSame(saved[^1], compared, type))
            .SelectMany(type => saved.Where(cadence => IsSame(cadence, compared, type)).Select(cadence => (cadence.Version, type))),
    ];

    /// <summary>Whether two cadences differ in the table of the other kind of client alone.</summary>
    static bool IsSame(Cadence one, Cadence other, ClientType type) =>
        CadenceComparison.Compare(type == ClientType.Company ? one with { Person = other.Person } : one with { Company = other.Company }, other).IsEmpty;

    sealed record Comparison(
        Policy Before, Policy After, Dictionary<string, (Policy Before, Policy After)> OwnHours, HashSet<(int Version, ClientType Type)> Unchanged, Func<LiveTally> CreateTally)
    {
        public void Add(Project project, LiveTally tally)
        {
            var (before, after) = project.InCharge is { } person && OwnHours.TryGetValue(person, out var own) ? own : (Before, After);
            if (Unchanged.Contains((project.Cycle.CadenceVersion, project.CalledAs))) tally.AddUnchanged(project, before);
            else tally.Add(project, before, after);
        }
    }
}
