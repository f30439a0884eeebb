using FollowUp.Domain.Persons;
using NodaTime;

namespace FollowUp.Application.Privacy;

/// <summary>How long rows are kept that have no further use. They are removed by <see cref="ExpiredRowCleaner"/>.</summary>
public static class RetentionPeriods
{
    /// <summary>The answers to requests with an idempotency key: a caller that got no answer repeats within days.</summary>
    public static readonly Duration IdempotencyKeys = Duration.FromDays(90);

    /// <summary>What was answered by a link: a link works for a year at most and shows its answer as long.</summary>
    public static readonly Duration Links = Duration.FromDays(400);

    /// <summary>Mails that belong to no project, and the marks that they were sent.</summary>
    public static readonly Duration Mails = Duration.FromDays(90);

    /// <summary>The mark of a sign-in that an unknown address asked for, which anybody may ask for at will: long enough that it is not made twice.</summary>
    public static readonly Duration MailsForNobody = Duration.FromDays(1);

    /// <summary>The newest sign-in link of a person; it works for less than a day.</summary>
    public static readonly Duration SignInLinks = Duration.FromDays(1);

    /// <summary>The figures of a weekly report; older ones are counted again when they are asked for.</summary>
    public static readonly Duration WeeklyFigures = Duration.FromDays(400);

    /// <summary>The time of a coordinator's last digest.</summary>
    public static readonly Duration LastDigests = Duration.FromDays(400);

    /// <summary>The stand-in of an absence, after its last day.</summary>
    public static readonly Duration Absences = Duration.FromDays(90);

    /// <summary>When a job last ran. It outlasts any outage, so that a job is made up for once.</summary>
    public static readonly Duration JobRuns = Duration.FromDays(3 * 365);

    /// <summary>The audit log: as long as the data of a person of whom nothing was heard (CNIL).</summary>
    public static readonly Duration AuditLog = Duration.FromDays(365 * RetentionTerm.Years);
}
