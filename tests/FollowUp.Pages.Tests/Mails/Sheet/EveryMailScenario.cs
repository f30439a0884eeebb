using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;
using FollowUp.Pages.Tests.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Mails.Sheet;

/// <summary>Runs projects so that every kind of mail is sent, in one language.</summary>
public sealed class EveryMailScenario(TestApp app, Language language)
{
    readonly string provider = language == Language.French ? "PR-1" : "PR-2";
    int projects;

    /// <summary>The kinds in order: to the client, to the provider, to staff.</summary>
    public static readonly ImmutableArray<MessageKind> Order =
    [
        MessageKind.Receipt, MessageKind.TriedToReachYou, MessageKind.MissingInformation, MessageKind.CallAgreed, MessageKind.Validated,
        MessageKind.NotSerious, MessageKind.RelaunchFirst, MessageKind.RelaunchLater, MessageKind.RelaunchAfterSnooze, MessageKind.Warning,
        MessageKind.LightMail, MessageKind.AppointmentMissed, MessageKind.CallCancelled, MessageKind.WrittenToClient, MessageKind.OutcomeThanks, MessageKind.GoodChances,
        MessageKind.QuestionAnswered, MessageKind.QuestionReceipt, MessageKind.ProviderHandedOver,
        MessageKind.QuestionReceived, MessageKind.QuestionReminder, MessageKind.QuestionOverdue,
        MessageKind.ReplyReceived, MessageKind.ClosingTakenBack, MessageKind.HandOver, MessageKind.GoodChancesRequest, MessageKind.TakeOverRequest, MessageKind.ApprovalRequest,
        MessageKind.ReopeningRequest,
    ];

    /// <summary>One mail of each kind, in that order; the department's mails come last.</summary>
    public static async Task<ImmutableArray<SentMail>> Run(TestApp app, Language language)
    {
        var lives = new EveryMailScenario(app, language);
        await lives.Staff();
        await lives.Monday();
        await app.RunDueJobsAt("2026-11-24 07:30 +01");
        await app.RunDueJobsAt("2026-11-30 08:00 +01");
        await lives.NobodyAnswersThePhone();
        await lives.NobodyAnswersMails();
        await lives.NobodyIsThere();
        return
        [
            .. (await app.AllMails()).OrderBy(m => m.At).Select(m => SentMail.Of(m.Mail))
                .DistinctBy(m => m.Kind is null ? m.Name : m.Mail.Subject).OrderBy(m => m.Kind is { } kind ? Order.IndexOf(kind) : Order.Length),
        ];
    }

    async Task Staff()
    {
        foreach (var staff in new[] { TestApp.Camille, TestApp.Yanis, TestApp.Nadia })
        {
            await app.PutStaff(staff with { Languages = [language] });
        }

        await app.RunDueJobs();
    }

    /// <summary>A day with every action that people take.</summary>
    async Task Monday()
    {
        await Submitted();
        await app.AdvanceTime(Duration.FromMinutes(1));
        await app.RecordAsManager(await Submitted(), new RecordCall(
            CallOutcome.NeedsInformation, app.Now, Reason: FreeTextIn("Combien de pages compte le site actuel ?", "How many pages does today’s site have?")));
        await app.RecordAsManager(await Submitted(), new RecordCall(CallOutcome.CallBack, app.Now, AgreedAt: app.Now + Duration.FromHours(26)));
        var cancelled = await ClientSays(await InFollowUp(), new PickCallBack(app.Now + Duration.FromHours(26)));
        await app.RecordAsManager(cancelled, new Close(Outcome.Dead(DeathReason.Duplicate)));
        await app.RecordAsManager(await InFollowUp(), new WriteToClient(FreeTextIn(
            "votre question\n\nVous nous demandiez un second devis.\n\nIl arrive cette semaine.", "your question\n\nYou asked us for a second quote.\n\nIt will arrive this week.")));
        await app.RecordAsManager(await Submitted(), new RecordCall(CallOutcome.NotSerious, app.Now, NotSerious: NotSeriousReason.NoBudget));

        await ClientSays(await InFollowUp(), new AnswerRelaunch(ClientAnswer.TalkingTo, provider));
        await app.RecordAsManager(await ClientSays(await InFollowUp(), new AnswerRelaunch(ClientAnswer.TalkingTo, provider)), new SendGoodChances(provider));
        await ClientSays(await InFollowUp(), new AnswerRelaunch(ClientAnswer.Chose, provider));
        var gaveUp = await ClientSays(await InFollowUp(), new AnswerRelaunch(ClientAnswer.GaveUp));
        await app.Record(gaveUp, new ReportSignal(SignalKind.Message, null, app.Now), Actor.Website);
        await ClientSays(await InFollowUp(), new ReportReply(
            FreeTextIn("Bonjour,\nnous avons reçu deux devis, nous choisirons début décembre.", "Hello,\nwe have two quotes and will decide early in December."), app.Now));

        var asked = await InFollowUp();
        await app.Record(asked, new AskQuestion("Q-1", provider, FreeTextIn("Le budget est-il ferme ?", "Is the budget final?")), Actor.Website);
        await app.AdvanceTime(Duration.FromMinutes(5));
        await app.RecordAsManager(asked, new AnswerQuestion("Q-1", FreeTextIn(
            "Le client peut aller un peu au-delà si la refonte comprend la boutique.", "The client may go a little further if the shop is part of it.")));
        await app.Record(asked, new AskQuestion("Q-2", provider, FreeTextIn("Quand sera-t-il décidé ?", "When will it be decided?")), Actor.Website);

        await app.Record(asked, new HandOverProvider("H-1", provider, FreeTextIn("Souhaite connaître le calendrier.", "Would like to know the schedule.")), new Actor(Role.Sales, TestApp.Simon.Id));

        var closed = await InFollowUp();
        await app.RecordAsManager(closed, new Close(Outcome.Dead(DeathReason.Duplicate)));
        await ClientSays(closed, new AnswerRelaunch(ClientAnswer.StillLooking));

        var late = await InFollowUp();
        await app.RecordAsManager(late, new Snooze(new(2026, 12, 10), null, EndsOnAnswer: true));
        await app.RecordAsManager(late, new Assign(TestApp.Yanis.Id));

        await app.Services.GetRequiredService<IComplaints>().Add(
            new Complaint("R-1", "client", TestApp.Client, late, In("Trop de relances.", "Too many relaunches."), app.Now));
        await app.AskToSignIn(app.NewBrowser(), TestApp.Camille.Id);
        await app.AdvanceTime(Duration.FromHours(1));
    }

    async Task NobodyAnswersThePhone()
    {
        var id = await Submitted();
        while ((await app.Project(id)).Next is { Kind: ActionKind.Call, DueAt: var due })
        {
            await app.AdvanceTime(due - app.Now);
            await app.RecordAsManager(id, new RecordCall(CallOutcome.NoAnswer, app.Now));
        }

        await app.AdvanceTime(Duration.FromDays(1));
    }

    async Task NobodyAnswersMails()
    {
        var id = await InFollowUp();
        while ((await app.Project(id)).Stage != Stage.ApprovalAsked)
        {
            await app.AdvanceTime(Duration.FromDays(1));
        }

        await app.AdvanceTime(Duration.FromDays(12));
    }

    async Task NobodyIsThere()
    {
        var id = await InFollowUp();
        await app.SetAbsent(TestApp.Camille with { Languages = [language] }, days: 14);
        await app.Record(id, new AskTakeOver(TestApp.Yanis.Id), Actor.Time);
        await app.AdvanceTime(Duration.FromDays(4));
    }

    string NextId() => $"P-{++projects}";

    Task<string> Submitted() => app.SubmitProject(NextId(), language, In("Refonte du site", "A clearer website"));

    async Task<string> InFollowUp()
    {
        var id = await Submitted();
        await app.RecordAsManager(id, new RecordCall(CallOutcome.Serious, app.Now));
        await app.Record(id, new ReportProviderAction("PR-1", ProviderActionKind.Quote, app.Now), Actor.Website);
        await app.Record(id, new ReportProviderAction("PR-2", ProviderActionKind.Visit, app.Now), Actor.Website);
        return id;
    }

    async Task<string> ClientSays(string id, Command command)
    {
        await app.Record(id, command, Actor.Client(TestApp.Client));
        return id;
    }

    FreeText FreeTextIn(string french, string english) => new(In(french, english));

    string In(string french, string english) => language == Language.French ? french : english;
}
