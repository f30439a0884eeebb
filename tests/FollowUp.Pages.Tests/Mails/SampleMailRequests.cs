using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Pages.Tests.Mails;

/// <summary>A mail request of every kind about one project, as the delivery passes it to the writer.</summary>
static class SampleMailRequests
{
    public const string Text = "Quel budget avez-vous prévu ?\nEt pour quand ?";

    public static readonly MessageKind[] Kinds = [.. Enum.GetValues<MessageKind>().Where(k => k != MessageKind.Webhook)];

    public static async Task<MailRequest> Create(TestApp app, MessageKind kind, Language language, int number = 1)
    {
        if (await app.Dossier("P-1") is null)
        {
            await app.CreateProjectInFollowUp("P-1", language);
        }

        var project = (await app.Project("P-1")) with
        {
            Closing = OutcomeFor(kind) is { } outcome ? new Closing(outcome, app.Now, 7, ByClient: true) : null,
        };
        var to = To(kind);
        var recipient = to switch { RecipientKind.Staff => TestApp.Camille.Id, RecipientKind.Provider => "PR-1", _ => TestApp.Client };
        var message = new OutboxMessage($"P-1.7.{kind}", "P-1", 7, app.Now, kind, to, recipient, app.Now, number, Subject(kind));
        return new MailRequest(
            message,
            project,
            await app.Dossier("P-1"),
            new RecordedEvent(7, app.Now, Role.Coordinator, TestApp.Camille.Id, Cause(kind, app.Now)),
            TestApp.Camille,
            to == RecipientKind.Staff ? TestApp.Camille with { Languages = [language] } : null,
            to == RecipientKind.Provider ? new ProviderProfile("PR-1", "Studio Hirondelle", "bonjour@hirondelle.example", language, null) : null,
            kind is MessageKind.MissingInformation or MessageKind.QuestionAnswered or MessageKind.QuestionReceived or MessageKind.QuestionReceipt or MessageKind.QuestionReminder
                or MessageKind.QuestionOverdue or MessageKind.ReplyReceived or MessageKind.WrittenToClient ? Text : null,
            app.Now);
    }

    static RecipientKind To(MessageKind kind) => kind switch
    {
        MessageKind.GoodChances or MessageKind.QuestionAnswered or MessageKind.QuestionReceipt or MessageKind.ProviderHandedOver => RecipientKind.Provider,
        MessageKind.QuestionReceived or MessageKind.QuestionReminder or MessageKind.QuestionOverdue or MessageKind.ApprovalRequest or MessageKind.GoodChancesRequest
            or MessageKind.TakeOverRequest or MessageKind.ReopeningRequest or MessageKind.ReplyReceived or MessageKind.ClosingTakenBack or MessageKind.HandOver => RecipientKind.Staff,
        _ => RecipientKind.Client,
    };

    static Outcome? OutcomeFor(MessageKind kind) => kind switch
    {
        MessageKind.OutcomeThanks => Outcome.Won("PR-1"),
        MessageKind.NotSerious => Outcome.Dead(DeathReason.NotSerious),
        MessageKind.CallCancelled => Outcome.Dead(DeathReason.Duplicate),
        MessageKind.ReopeningRequest => Outcome.Dead(DeathReason.Abandoned),
        _ => null,
    };

    static string? Subject(MessageKind kind) => kind switch
    {
        MessageKind.GoodChances or MessageKind.GoodChancesRequest => "PR-1",
        MessageKind.TakeOverRequest => TestApp.Camille.Id,
        MessageKind.QuestionReceived or MessageKind.QuestionReceipt or MessageKind.QuestionReminder or MessageKind.QuestionOverdue or MessageKind.QuestionAnswered => "Q-1",
        MessageKind.ProviderHandedOver => "H-1",
        _ => null,
    };

    static Event Cause(MessageKind kind, Instant now) => kind switch
    {
        MessageKind.TriedToReachYou => new CallMissed(CallOutcome.NoAnswer, now, 1, false, true, false),
        MessageKind.MissingInformation => new InformationRequested(new FreeText(null, "key")),
        MessageKind.CallAgreed => new CallAgreed(now + Duration.FromDays(1)),
        MessageKind.GoodChances => new GoodChancesSent("PR-1"),
        MessageKind.QuestionReceived or MessageKind.QuestionReceipt or MessageKind.QuestionReminder or MessageKind.QuestionOverdue => new QuestionAsked("Q-1", "PR-2", new FreeText(null, "key"), now + Duration.FromDays(2)),
        MessageKind.ProviderHandedOver => new ProviderHandedOver("H-1", "PR-1", new FreeText(null, "key"), now + Duration.FromDays(2)),
        MessageKind.QuestionAnswered => new QuestionAnswered("Q-1", "PR-1", new FreeText(null, "key")),
        MessageKind.ApprovalRequest => new ApprovalAsked(8),
        MessageKind.NotSerious => new ProjectClosed(
            Outcome.Dead(DeathReason.NotSerious), ClosingSource.Staff, null, NotSeriousReason.NoBudget),
        MessageKind.OutcomeThanks => new ProjectClosed(Outcome.Won("PR-1"), ClosingSource.Client),
        MessageKind.HandOver => new CoordinatorAssigned(TestApp.Camille.Id, ByAssignment: false),
        MessageKind.LightMail => new LightMailSent(1),
        MessageKind.Receipt => new CoordinatorAssigned(TestApp.Camille.Id, ByAssignment: true),
        MessageKind.Validated => new ProjectValidated(),
        MessageKind.GoodChancesRequest => new GoodChancesAsked("PR-1"),
        MessageKind.ReopeningRequest => new ReopeningAsked(),
        MessageKind.TakeOverRequest => new TakeOverAsked(TestApp.Camille.Id),
        MessageKind.WrittenToClient => new MailWritten(new FreeText(null, "key")),
        MessageKind.AppointmentMissed => new AppointmentMissed(now - Duration.FromHours(1), MailFollows: true),
        MessageKind.CallCancelled => new ProjectClosed(Outcome.Dead(DeathReason.Duplicate), ClosingSource.Staff),
        MessageKind.ClosingTakenBack => new ClosingUndone { ByAnswer = true },
        MessageKind.ReplyReceived => new ClientReplied(new FreeText(null, "key"), now),
        _ => new RelaunchMailed(1, RelaunchKind.First),
    };
}
