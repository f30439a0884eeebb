using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using NodaTime;

namespace FollowUp.Pages.Tests.Links;

/// <summary>Projects about which staff are asked something by mail.</summary>
static class PendingDecisionScenarios
{
    /// <summary>A project that slept for two years: may it be closed?</summary>
    public static async Task<string> AskToClose(this TestApp house)
    {
        await house.CreateProjectInFollowUp();
        while ((await house.Project("P-1")).Stage != Stage.ApprovalAsked)
        {
            await house.AdvanceTime(Duration.FromDays(1));
        }

        return await house.GetLinkIn(MessageKind.ApprovalRequest);
    }

    /// <summary>The client talks to a provider that sent a quote: may it have its good-chances notice?</summary>
    public static async Task<string> AskToTellProvider(this TestApp house)
    {
        await house.CreateProjectInFollowUp();
        await house.Record("P-1", new AnswerRelaunch(ClientAnswer.TalkingTo, "PR-1"), Actor.Client(TestApp.Client));
        await house.AdvanceTime(Duration.FromMinutes(5));
        return await house.GetLinkIn(MessageKind.GoodChancesRequest);
    }

    /// <summary>Camille is away for two weeks and nobody stands in: will Yanis take the project over?</summary>
    public static async Task<string> AskToTakeOver(this TestApp house)
    {
        await house.CreateProjectInFollowUp();
        await house.SetAbsent(TestApp.Camille, days: 14);
        await house.Record("P-1", new AskTakeOver(TestApp.Yanis.Id), Actor.Time);
        await house.AdvanceTime(Duration.FromMinutes(5));
        return await house.GetLinkIn(MessageKind.TakeOverRequest);
    }

    /// <summary>The link of a reminder or an escalation, once it has left.</summary>
    public static async Task<string> GetLinkIn(this TestApp house, MessageKind kind, EscalationLevel how) => new Uri(
        (await house.AllMails()).First(m => m.Mail.MessageId.EndsWith($".{kind}.{how}", StringComparison.Ordinal)).Mail.Links[0]).AbsolutePath;
}
