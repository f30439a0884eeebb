using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>What an export tells of a project's state, and a restore brings back.</summary>
/// <param name="Phase">Where the project stood.</param>
/// <param name="Outcome">How it ended; null for an open project.</param>
/// <param name="StopsCalls">Whether the client may not be called, whatever the submission allows.</param>
/// <param name="QuietUntil">The end of the quiet period after "do not call"; null without one.</param>
/// <param name="StopsMails">Whether the client may not be mailed.</param>
/// <param name="Erased">Whether the person was erased.</param>
/// <param name="LastSignOfLife">The last contact that came from the person; null when it is not known.</param>
/// <param name="MailFailed">Whether the mail address of this project bounced; <paramref name="StopsMails"/> is false then.</param>
public sealed record RestoredState(
    Phase Phase, Outcome? Outcome, bool StopsCalls, Instant? QuietUntil, bool StopsMails, bool Erased, Instant? LastSignOfLife, bool MailFailed = false);
