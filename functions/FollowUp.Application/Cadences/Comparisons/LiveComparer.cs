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
    const int Weeks = 6;

    /// <summary>Compares all open projects, several parts of them at once.</summary>
    /// <param name="compared">A valid cadence; its number is not used.</param>
    /// <param name="cancellation">Ends the comparison.</param>
    public Task<LiveComparison> CompareAll(Cadence compared, CancellationToken cancellation = default) => Compare(compared, int.MaxValue, cancellation);

    /// <summary>Compares all open projects where they can be read fast, else a fair sample of them.</summary>
    /// <param name="compared">A valid cadence; its number is not used.</param>
    /// <param name="enough">How many projects are enough for a sample.</param>
    /// <param name="cancellation">Ends the comparison.</param>
    public Task<LiveComparison> CompareFairly(Cadence compared, int enough, CancellationToken cancellation = default) =>
        index.ReadsOpenFast ? CompareAll(compared, cancellation) : Compare(compared, enough, cancellation);

    /// <summary>Compares parts of the open projects, one after the other, until there are enough.</summary>
    /// <param name="compared">A valid cadence; its number is not used.</param>
    /// <param name="enough">How many projects are enough.</param>
    /// <param name="cancellation">Ends the comparison.</param>
    public async Task<LiveComparison> Compare(Cadence compared, int enough, CancellationToken cancellation = default)
    {
        var comparison = await Prepare(compared, cancellation);
        var (sum, read) = (comparison.CreateTally(), 0);
        var options = new ParallelOptions
        {
            CancellationToken = cancellation, MaxDegreeOfParallelism = enough == int.MaxValue ? Environment.ProcessorCount : 1,
        };
        var projects = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, index.OpenParts), options, async (part, stop) =>
        {
            if (Volatile.Read(ref projects) >= enough) return;
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
        return new Comparison(before, after, hours, () => new LiveTally(before.Calendar, now, Weeks));
    }

    sealed record Comparison(Policy Before, Policy After, Dictionary<string, (Policy Before, Policy After)> OwnHours, Func<LiveTally> CreateTally)
    {
        public void Add(Project project, LiveTally tally)
        {
            var (before, after) = project.InCharge is { } person && OwnHours.TryGetValue(person, out var own) ? own : (Before, After);
            tally.Add(project, before, after);
        }
    }
}
