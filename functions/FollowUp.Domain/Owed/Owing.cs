using NodaTime;

namespace FollowUp.Domain;

/// <summary>Makes the messages of one event: their ids, their recipients, their hour.</summary>
readonly struct Owing(Project project, Recorded recorded, Policy policy)
{
    readonly Project project = project;
    readonly Recorded recorded = recorded;
    readonly Policy policy = policy;

    public Instant At => recorded.At;

    OpeningHours MailHours => policy.TableFor(project).Mails;

    public OwedMessage ToClient(MessageKind kind, int number = 0, Duration after = default) => Message(
        kind, RecipientKind.Client, project.ClientId, policy.Calendar.NextOpen(At + after, MailHours).At, number, null);

    /// <summary>Relaunches that wait for one opening leave one after the other.</summary>
    public OwedMessage Relaunch(MessageKind kind, int number) => Message(
        kind, RecipientKind.Client, project.ClientId, Spreading.NextOpen(project.Id, At, MailHours, policy.Calendar).At, number, null);

    /// <summary>The confirmation of what the client has just done or asked for waits for no window.</summary>
    public OwedMessage AtOnce(MessageKind kind) => Message(kind, RecipientKind.Client, project.ClientId, At, 0, null);

    /// <param name="staff">Null while no coordinator is in charge: then it is the manager's.</param>
    public OwedMessage ToStaff(MessageKind kind, string? staff, string? subject = null) =>
        Message(kind, RecipientKind.Staff, staff ?? NextAction.ByManager, At, 0, subject);

    /// <summary>
    /// A request is owed with its reminder and its escalation from the start: once it is decided, what has not left by then is overtaken.
    /// </summary>
    public OwedMessage[] Ask(MessageKind kind, string? staff, string? subject, Instant remind, Instant escalate) =>
    [
        ToStaff(kind, staff, subject),
        Insist(ToStaff(kind, staff, subject), Insistence.Reminded, remind),
        Insist(ToStaff(kind, NextAction.ByManager, subject), Insistence.Escalated, escalate),
    ];

    public OwedMessage ToProvider(MessageKind kind, string provider, string subject) => Message(
        kind, RecipientKind.Provider, provider, policy.Calendar.NextOpen(At, MailHours).At, 0, subject);

    public OwedMessage ToWebsite(Duration after = default) =>
        Message(MessageKind.Webhook, RecipientKind.Website, null, At + after, after == default ? 0 : 1, null);

    /// <summary>Three tones: after the first, a middle and the last attempt.</summary>
    public int Tone(int attempt)
    {
        var mails = policy.TableFor(project).Validation.MailAfter;
        var index = mails.IndexOf(attempt);
        return index == mails.Length - 1 || index < 0 ? 3 : Math.Min(index + 1, 2);
    }

    public Instant WorkingDays(int days)
    {
        var local = policy.Calendar.Local(At);
        return policy.Calendar.At(policy.Calendar.AddWorkingDays(local.Date, days), local.TimeOfDay);
    }

    public Instant WorkingHours(int hours) => policy.Calendar.AddWorkingTime(At, Duration.FromHours(hours), MailHours);

    OwedMessage Insist(OwedMessage asked, Insistence how, Instant at) => asked with
    {
        Id = $"{asked.Id}.{how}",
        NotBefore = policy.Calendar.NextOpen(at, MailHours).At,
        Number = (int)how,
    };

    OwedMessage Message(MessageKind kind, RecipientKind to, string? recipient, Instant notBefore, int number, string? subject) => new(
        $"{project.Id}.{recorded.Seq}.{kind}", project.Id, recorded.Seq, At, kind, to, recipient, notBefore, number, subject);
}
