using FollowUp.Domain.Calendars;

namespace FollowUp.Domain.Cadences;

/// <summary>The cadence for one kind of client.</summary>
/// <param name="Calls">When clients may be called.</param>
/// <param name="Mails">When mails to clients, providers and staff may leave.</param>
/// <param name="Validation">The attempts to reach the client.</param>
/// <param name="Relaunch">The relaunches.</param>
/// <param name="Dormancy">The quarters of dormancy.</param>
/// <param name="Cap">The cap on calls; null when there is none.</param>
/// <param name="QuietDaysAfterDoNotCall">Days without any contact after "do not call"; 0 for none.</param>
public sealed record CadenceTable(
    OpeningHours Calls,
    OpeningHours Mails,
    ValidationCadence Validation,
    RelaunchCadence Relaunch,
    DormancyCadence Dormancy,
    CallCap? Cap,
    int QuietDaysAfterDoNotCall);
