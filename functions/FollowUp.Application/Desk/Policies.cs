using System.Collections.Immutable;
using FollowUp.Domain;

namespace FollowUp.Application;

/// <summary>Gathers what a decision may depend on from the directory.</summary>
public sealed class Policies(IDirectory directory, WorkingCalendar calendar)
{
    public WorkingCalendar Calendar => calendar;

    /// <summary>The policy for a project in the charge of this person.</summary>
    public async ValueTask<Policy> For(string? coordinator, CancellationToken cancellation = default)
    {
        var cadences = await directory.Cadences(cancellation);
        var staff = coordinator is null ? null : await directory.FindStaff(coordinator, cancellation);
        return new Policy(cadences.ToImmutableDictionary(c => c.Version), cadences[^1].Version, calendar, staff?.Hours);
    }
}
