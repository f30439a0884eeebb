using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using NodaTime;

namespace FollowUp.Pages.Tests;

/// <summary>Projects about which staff are asked something by mail.</summary>
static class Requests
{
    /// <summary>A project that slept for two years: may it be closed?</summary>
    public static async Task<string> AskedToClose(this House house)
    {
        await house.InFollowUp();
        while ((await house.Project("P-1")).Stage != Stage.ApprovalAsked)
        {
            await house.Pass(Duration.FromDays(1));
        }

        return await house.LinkIn(MessageKind.ApprovalRequest);
    }

    /// <summary>The client talks to a provider that sent a quote: may it have its good-chances notice?</summary>
    public static async Task<string> AskedToTell(this House house)
    {
        await house.InFollowUp();
        await house.Record("P-1", new AnswerRelaunch(ClientAnswer.TalkingTo, "PR-1"), Actor.Client(House.Client));
        await house.Pass(Duration.FromMinutes(5));
        return await house.LinkIn(MessageKind.GoodChancesRequest);
    }

    /// <summary>Camille is away for two weeks and nobody stands in: will Yanis take the project over?</summary>
    public static async Task<string> AskedToTakeOver(this House house)
    {
        await house.InFollowUp();
        await house.Away(House.Camille, days: 14);
        await house.Record("P-1", new AskTakeOver(House.Yanis.Id), Actor.Time);
        await house.Pass(Duration.FromMinutes(5));
        return await house.LinkIn(MessageKind.TakeOverRequest);
    }

    /// <summary>The link of a reminder or an escalation, once it has left.</summary>
    public static async Task<string> LinkIn(this House house, MessageKind kind, EscalationLevel how) => new Uri(
        (await house.AllMails()).First(m => m.Mail.MessageId.EndsWith($".{kind}.{how}", StringComparison.Ordinal)).Mail.Links[0]).AbsolutePath;
}
