using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;

namespace FollowUp.Domain.Outbox;

/// <summary>Creates the messages of one event: ids, recipients and earliest instants.</summary>
readonly struct MessageFactory(Project project, RecordedEvent recorded, Policy policy)
{
    /// <summary>The tone of "we tried to reach you" that asks for the right number.</summary>
    public const int NumberTone = 4;

    /// <summary>The same as the last mail before the project is closed.</summary>
    public const int LastNumberTone = 5;

    /// <summary>The number of the webhook that a closing causes.</summary>
    public const int ClosingNumber = 1;

    /// <summary>The number of the webhook that tells of a project whose reopening was taken back.</summary>
    public const int ClosedAgainNumber = 2;

    readonly Project project = project;
    readonly RecordedEvent recorded = recorded;
    readonly Policy policy = policy;

    public Instant At => recorded.At;

    /// <summary>What a call or a verdict of staff causes waits for two minutes, in which it can be taken back before the recipient can read of it.</summary>
    public Duration Hold => recorded.Role is Role.Coordinator or Role.Manager ? Decider.HoldFor : Duration.Zero;

    OpeningHours MailHours => policy.TableFor(project).Mails;

    public OutboxMessage ToClient(MessageKind kind, int number = 0, Duration after = default) => Create(
        kind, RecipientKind.Client, project.ClientId, policy.Calendar.NextOpen(At + after, MailHours).At, number, null);

    /// <summary>A relaunch that waits for an opening leaves at the project's own minute after it (<see cref="Jitter"/>).</summary>
    public OutboxMessage ToClientWithJitter(MessageKind kind, int number) => Create(
        kind, RecipientKind.Client, project.ClientId, Jitter.NextOpen(project.Id, At, MailHours, policy.Calendar).At, number, null);

    /// <summary>Confirms what the client has just done, or is what staff have just written, so it does not wait for the mail window.</summary>
    public OutboxMessage ToClientAtOnce(MessageKind kind, Duration after = default) => Create(kind, RecipientKind.Client, project.ClientId, At + after, 0, null);

    /// <param name="staff">Null while no coordinator is in charge; the manager receives it then.</param>
    public OutboxMessage ToStaff(MessageKind kind, string? staff, string? subject = null) =>
        Create(kind, RecipientKind.Staff, staff ?? NextAction.ByManager, At, 0, subject);

    /// <summary>
    /// A request is created with its reminder and its escalation. Once it is decided, those that were not sent yet are obsolete.
    /// </summary>
    public OutboxMessage[] CreateStaffRequest(MessageKind kind, string? staff, string? subject, Instant remind, Instant escalate) =>
    [
        ToStaff(kind, staff, subject),
        Repeat(ToStaff(kind, staff, subject), EscalationLevel.Reminded, remind),
        Repeat(ToStaff(kind, NextAction.ByManager, subject), EscalationLevel.Escalated, escalate),
    ];

    public OutboxMessage ToProvider(MessageKind kind, string provider, string subject) => Create(
        kind, RecipientKind.Provider, provider, policy.Calendar.NextOpen(At + Hold, MailHours).At, 0, subject);

    /// <summary>Confirms what the provider has just done, so it does not wait for the mail window.</summary>
    public OutboxMessage ToProviderAtOnce(MessageKind kind, string provider, string subject) => Create(kind, RecipientKind.Provider, provider, At, 0, subject);

    /// <summary>A question goes to the staff member in charge at once; to them again one working day before the answer is due, and to the manager once it is overdue.</summary>
    public OutboxMessage[] CreateQuestion(QuestionAsked asked, string? inCharge) =>
        [ToProviderAtOnce(MessageKind.QuestionReceipt, asked.Provider, asked.Question), .. CreateQuestionForStaff(inCharge, asked.Question, asked.DueAt)];

    /// <summary>A provider who is handed over hears who is in charge; the staff member in charge is asked as by a question.</summary>
    public OutboxMessage[] CreateHandOver(ProviderHandedOver handedOver, string? inCharge) =>
    [
        ToProvider(MessageKind.ProviderHandedOver, handedOver.Provider, handedOver.Question),
        .. CreateQuestionForStaff(inCharge, handedOver.Question, handedOver.DueAt),
    ];

    /// <param name="number">Why a closed project is told; 0 for a webhook of an open one.</param>
    /// <param name="after">How long it waits.</param>
    public OutboxMessage ToWebsite(int number = 0, Duration after = default) =>
        Create(MessageKind.Webhook, RecipientKind.Website, null, At + after, number, null);

    /// <summary>A webhook of an event that the department chose to send.</summary>
    /// <param name="kind">The event.</param>
    /// <param name="subject">The id of the provider or question; null when it is about the project alone.</param>
    public OutboxMessage TellWebsite(WebhookEvent kind, string? subject = null)
    {
        var message = Create(MessageKind.Webhook, RecipientKind.Website, null, At, 0, subject);
        return message with { Id = $"{message.Id}.{kind}", Event = kind };
    }

    /// <summary>The tone of "we tried to reach you": 1 after the first mailed attempt, 2 after one in the middle, 3 after the last.</summary>
    public int GetTone(int attempt)
    {
        var mails = policy.TableFor(project).Validation.MailAfter;
        var index = mails.IndexOf(attempt);
        return index == mails.Length - 1 || index < 0 ? 3 : Math.Min(index + 1, 2);
    }

    public Instant AfterWorkingDays(int days) => policy.Calendar.AddWorkingDays(At, days);

    public Instant AfterWorkingHours(int hours) => policy.Calendar.AddWorkingTime(At, Duration.FromHours(hours), MailHours);

    OutboxMessage[] CreateQuestionForStaff(string? inCharge, string question, Instant dueAt) =>
    [
        ToStaff(MessageKind.QuestionReceived, inCharge, question),
        ToStaff(MessageKind.QuestionReminder, inCharge, question) with { NotBefore = policy.Calendar.NextOpen(AfterWorkingDays(1), MailHours).At },
        ToStaff(MessageKind.QuestionOverdue, NextAction.ByManager, question) with { NotBefore = policy.Calendar.NextOpen(dueAt, MailHours).At },
    ];

    OutboxMessage Repeat(OutboxMessage asked, EscalationLevel level, Instant at) => asked with
    {
        Id = $"{asked.Id}.{level}",
        NotBefore = policy.Calendar.NextOpen(at, MailHours).At,
        Number = (int)level,
    };

    OutboxMessage Create(MessageKind kind, RecipientKind to, string? recipient, Instant notBefore, int number, string? subject) => new(
        $"{project.Id}.{recorded.Seq}.{kind}", project.Id, recorded.Seq, At, kind, to, recipient, notBefore, number, subject);
}
