using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;

namespace FollowUp.Application.Projects;

/// <summary>Gathers what a decision may depend on from the directory and the settings.</summary>
/// <param name="webhooks">
/// Null where a process writes decisions and does not deliver, such as an import: webhooks are owed, and the process that delivers drops
/// them if it has no website to tell.
/// </param>
public sealed class PolicyLoader(IDirectory directory, WorkingCalendar calendar, IWebhookSender? webhooks = null)
{
    public WorkingCalendar Calendar => calendar;

    /// <summary>The policy for a project in the charge of this person.</summary>
    public async ValueTask<Policy> Load(string? coordinator, CancellationToken cancellation = default)
    {
        var cadences = await directory.Cadences(cancellation);
        var staff = coordinator is null ? null : await directory.FindStaff(coordinator, cancellation);
        return new Policy(cadences.ToImmutableDictionary(c => c.Version), cadences[^1].Version, calendar, staff?.Hours,
            TellsWebsite: webhooks is not { IsConfigured: false });
    }
}
