using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Settings;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;

namespace FollowUp.Application.Projects;

/// <summary>Loads the policy of a decision from the directory and the settings. Thread-safe.</summary>
/// <param name="directory">Staff and cadences.</param>
/// <param name="calendar">The calendar of the department.</param>
/// <param name="webhooks">
/// Null in a process that sends no messages, such as an import: its commits then contain webhooks, and the process that sends drops them when no
/// website is configured.
/// </param>
/// <param name="feed">What a new project withholds from providers; null in a process without settings: nothing.</param>
public sealed class PolicyLoader(IDirectory directory, DepartmentCalendar calendar, IWebhookSender? webhooks = null, FeedDefaults? feed = null)
{
    /// <summary>The calendar of the department as it is now.</summary>
    public WorkingCalendar Calendar => calendar.Current;

    /// <summary>The policy for a project.</summary>
    /// <param name="coordinator">The id of the staff member in charge; null when there is none.</param>
    /// <param name="cancellation">Cancels the read.</param>
    public async ValueTask<Policy> Load(string? coordinator, CancellationToken cancellation = default)
    {
        var cadences = await directory.Cadences(cancellation);
        var staff = coordinator is null ? null : await directory.FindStaff(coordinator, cancellation);
        return new Policy(cadences.ToImmutableDictionary(c => c.Version), cadences[^1].Version, calendar.Current, staff?.Hours,
            TellsWebsite: webhooks is not { IsConfigured: false }, webhooks?.Events)
        {
            WithheldFromStart = feed?.WithheldFromStart ?? [],
        };
    }
}
