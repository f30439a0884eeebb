namespace FollowUp.Application.Scheduling;

/// <summary>The names of the jobs. They are part of stored keys and of function names, so a name never changes.</summary>
public static class JobNames
{
    /// <summary>Raises the signal of projects that are overdue.</summary>
    public const string Watchdog = "watchdog";

    /// <summary>Hands over the projects of absent coordinators.</summary>
    public const string Absences = "absences";

    /// <summary>Assigns the projects without a coordinator in charge.</summary>
    public const string Assignment = "assignment";

    /// <summary>Hands over the projects of those who left and of ordered hand-overs.</summary>
    public const string HandOvers = "hand-overs";

    /// <summary>Enqueues the morning digests.</summary>
    public const string MorningDigest = "morning-digest";

    /// <summary>Enqueues the weekly reports.</summary>
    public const string WeeklyReport = "weekly-report";

    /// <summary>Erases persons and removes expired rows.</summary>
    public const string Retention = "retention";

    /// <summary>Enqueues the mails to providers whose projects have moved.</summary>
    public const string ProviderNews = "provider-news";

    /// <summary>Makes the daily anchor.</summary>
    public const string Anchor = "anchor";

    /// <summary>Enqueues the receipts for complaints.</summary>
    public const string ComplaintReceipts = "complaint-receipts";
}
