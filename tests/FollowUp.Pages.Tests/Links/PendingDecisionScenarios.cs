using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using NodaTime;

namespace FollowUp.Pages.Tests.Links;

/// <summary>Projects with a decision that staff are asked for by mail.</summary>
static class PendingDecisionScenarios
{
    /// <summary>A project that has been dormant for two years, with the question to close it.</summary>
    public static async Task<string> AskToClose(this TestApp app)
    {
        await app.CreateProjectInFollowUp();
        while ((await app.Project("P-1")).Stage != Stage.ApprovalAsked)
        {
            await app.AdvanceTime(Duration.FromDays(1));
        }

        return await app.GetLinkIn(MessageKind.ApprovalRequest);
    }

    /// <summary>A project whose client talks to a provider that sent a quote, with the question of a good-chances notice.</summary>
    public static async Task<string> AskToTellProvider(this TestApp app)
    {
        await app.CreateProjectInFollowUp();
        await app.Record("P-1", new AnswerRelaunch(ClientAnswer.TalkingTo, "PR-1"), Actor.Client(TestApp.Client));
        await app.AdvanceTime(Duration.FromMinutes(5));
        return await app.GetLinkIn(MessageKind.GoodChancesRequest);
    }

    /// <summary>A project whose coordinator is away for two weeks without stand-in, with the question to Yanis to take it over.</summary>
    public static async Task<string> AskToTakeOver(this TestApp app)
    {
        await app.CreateProjectInFollowUp();
        await app.SetAbsent(TestApp.Camille, days: 14);
        await app.Record("P-1", new AskTakeOver(TestApp.Yanis.Id), Actor.Time);
        await app.AdvanceTime(Duration.FromMinutes(5));
        return await app.GetLinkIn(MessageKind.TakeOverRequest);
    }

    /// <summary>A dead project whose client wrote on the website a day later, with the question to reopen it.</summary>
    public static async Task<string> AskToReopen(this TestApp app)
    {
        await app.CreateProjectInFollowUp();
        await app.Record("P-1", new AnswerRelaunch(ClientAnswer.GaveUp), Actor.Client(TestApp.Client));
        await app.AdvanceTime(Duration.FromDays(1));
        await app.Record("P-1", new ReportSignal(SignalKind.Message, null, app.Now), Actor.Website);
        await app.AdvanceTime(Duration.FromMinutes(5));
        return await app.GetLinkIn(MessageKind.ReopeningRequest);
    }

    /// <summary>The link of a reminder or an escalation.</summary>
    public static async Task<string> GetLinkIn(this TestApp app, MessageKind kind, EscalationLevel how) => new Uri(
        (await app.AllMails()).First(m => m.Mail.MessageId.EndsWith($".{kind}.{how}", StringComparison.Ordinal)).Mail.Links[0]).AbsolutePath;
}
