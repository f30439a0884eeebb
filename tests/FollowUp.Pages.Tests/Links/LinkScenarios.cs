using System.Net;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Links;
using NodaTime;

namespace FollowUp.Pages.Tests.Links;

/// <summary>The test cases of all link purposes.</summary>
static class LinkScenarios
{
    static readonly Dictionary<string, string> Yes = new() { ["approve"] = "true" };
    static readonly Dictionary<string, string> YesClose = new(Yes) { ["project"] = "P-1" };
    static readonly Dictionary<string, string> No = new() { ["approve"] = "false" };

    public static readonly IReadOnlyDictionary<string, LinkScenario> All = new Dictionary<string, LinkScenario>
    {
        ["relaunch answer"] = new(
            LinkPurpose.RelaunchAnswer, app => app.CreateRelaunchLink(), new() { ["answer"] = "still-looking" }, "vous cherchez toujours",
            app => CloseForGood(app, Outcome.Won("PR-1")), "Vous avez choisi Studio Hirondelle")
        {
            OtherAnswer = new() { ["answer"] = "gave-up", ["project"] = "P-1" },
            PurposesWithSameForm = [LinkPurpose.RelaunchAnswer, LinkPurpose.ClientPage],
        },
        ["call-back slot"] = new(
            LinkPurpose.CallBackSlot, Unreached, new() { ["slot"] = "2026-11-24T09:00:00Z" }, "un appel est convenu le mardi 24 novembre",
            app => CloseForGood(app, Outcome.Dead(DeathReason.Duplicate)), "Ce projet faisait double emploi")
        {
            OtherAnswer = new() { ["slot"] = "2026-11-25T09:00:00Z" },
        },
        ["corrected number"] = new(
            LinkPurpose.CallBackSlot, Unreached, new() { ["phone"] = "06 39 98 00 11" }, "vous avez corrigé votre numéro", Reopened, "rouvert")
        {
            OtherAnswer = new() { ["phone"] = "06 39 98 00 12" },
        },
        ["missing information"] = new(
            LinkPurpose.MissingInformation, Questioned, new() { ["text"] = "Entre 2 000 et 3 000 €." }, "vous avez envoyé vos précisions",
            app => CloseForGood(app, Outcome.Dead(DeathReason.Abandoned)), "Vous avez renoncé à ce projet")
        {
            OtherAnswer = new() { ["text"] = "Je ne sais pas encore." },
        },
        ["approve a closing"] = new(
            LinkPurpose.Approval, PendingDecisionScenarios.AskToClose, YesClose, "par Camille Aubertin : projet clos",
            app => app.RecordAsManager("P-1", new Approve(false)), "Déjà décidé par Nadia Rouvière")
        {
            OtherAnswer = No,
        },
        ["refuse a closing"] = new(
            LinkPurpose.Approval, PendingDecisionScenarios.AskToClose, No, "par Camille Aubertin : le projet reste en sommeil",
            app => app.RecordAsManager("P-1", new Approve(true)), "Déjà décidé par Nadia Rouvière")
        {
            OtherAnswer = YesClose,
        },
        ["approve a notice"] = new(
            LinkPurpose.Approval, PendingDecisionScenarios.AskToTellProvider, Yes, "par Camille Aubertin : l’avis part à Studio Hirondelle",
            app => app.RecordAsManager("P-1", new DeclineGoodChances("PR-1")), "Déjà décidé par Nadia Rouvière")
        {
            OtherAnswer = No,
        },
        ["refuse a notice"] = new(
            LinkPurpose.Approval, PendingDecisionScenarios.AskToTellProvider, No, "par Camille Aubertin : pas d’avis à Studio Hirondelle",
            app => app.RecordAsManager("P-1", new SendGoodChances("PR-1")), "Déjà décidé par Nadia Rouvière")
        {
            OtherAnswer = Yes,
        },
        ["take over"] = new(
            LinkPurpose.Approval, PendingDecisionScenarios.AskToTakeOver, Yes, "par Yanis Belkacem : Yanis Belkacem reprend le projet",
            app => app.RecordAsManager("P-1", new TakeOver(false)), "Déjà décidé par Nadia Rouvière")
        {
            OtherAnswer = No,
        },
        ["decline to take over"] = new(
            LinkPurpose.Approval, PendingDecisionScenarios.AskToTakeOver, No, "par Yanis Belkacem : Yanis Belkacem ne reprend pas le projet",
            app => app.RecordAsManager("P-1", new TakeOver(true)), "Déjà décidé par Nadia Rouvière")
        {
            OtherAnswer = Yes,
        },
        ["undo"] = new(
            LinkPurpose.Undo, ClosedByClient, [], "La clôture est annulée", app => app.RecordAsManager("P-1", new Undo()),
            "Nadia Rouvière : Clôture annulée dans les dix minutes"),
        ["sign-in"] = new(
            LinkPurpose.SignIn, AskedToSignIn, [], "Ce lien a déjà servi", app => AskedToSignIn(app), "Ce lien est remplacé : un plus récent vous a été envoyé")
        {
            RepeatStatus = HttpStatusCode.Conflict,
            Effect = async (_, browser) => $"console {(await browser.Get("/desk")).Status}",
        },
        ["unsubscribe"] = new(
            LinkPurpose.Unsubscribe,
            async app =>
            {
                await app.CreateRelaunchLink();
                return new Uri((await app.MailsOf(MessageKind.RelaunchFirst))[0].Mail.Links[^1]).AbsolutePath;
            },
            new() { ["unsubscribe"] = "mails" }, "Nous ne vous envoyons plus de mails",
            app => CloseForGood(app, Outcome.Dead(DeathReason.Abandoned)), "Vous avez renoncé à ce projet")
        {
            RepeatStatus = HttpStatusCode.SeeOther,
            NeverObsolete = true,
            Suffix = "/unsubscribe",
            PurposesWithSameForm = [.. Enum.GetValues<LinkPurpose>().Where(p => new Link(p, "", 0, 0, "", default).IsOfClient)],
        },
        ["client page"] = new(
            LinkPurpose.ClientPage,
            async app =>
            {
                await app.SubmitProject();
                await app.AdvanceTime(Duration.FromMinutes(5));
                return new Uri((await app.MailsOf(MessageKind.Receipt))[0].Mail.Links[^1]).AbsolutePath;
            },
            new() { ["answer"] = "not-now", ["until"] = "2027-03-01" }, "ce n’est pas le moment, à revoir le lundi 1er mars 2027", Reopened, "rouvert")
        {
            OtherAnswer = new() { ["answer"] = "leave-me-alone", ["project"] = "P-1" },
            PurposesWithSameForm = [LinkPurpose.RelaunchAnswer, LinkPurpose.ClientPage],
        },
    };

    /// <summary>The client's page shows an ending that staff gave once it can no longer be undone.</summary>
    static async Task CloseForGood(TestApp app, Outcome outcome)
    {
        await app.RecordAsManager("P-1", new Close(outcome));
        await app.AdvanceTime(Duration.FromMinutes(10));
    }

    static async Task<string> Unreached(TestApp app)
    {
        await app.SubmitProject();
        await app.RecordAsManager("P-1", new RecordCall(CallOutcome.NoAnswer, app.Now));
        await app.AdvanceTime(Duration.FromMinutes(5));
        return await app.GetLinkIn(MessageKind.TriedToReachYou);
    }

    static async Task<string> Questioned(TestApp app)
    {
        await app.SubmitProject();
        await app.RecordAsManager("P-1", new RecordCall(CallOutcome.NeedsInformation, app.Now, Reason: new FreeText("Quel budget ?")));
        await app.AdvanceTime(Duration.FromMinutes(5));
        return await app.GetLinkIn(MessageKind.MissingInformation);
    }

    static async Task<string> ClosedByClient(TestApp app)
    {
        var link = await app.CreateRelaunchLink();
        var browser = app.NewBrowser();
        await browser.Fill(link, new() { ["answer"] = "gave-up", ["project"] = "P-1" });
        return (await browser.Get(link)).UndoButton()!;
    }

    static async Task<string> AskedToSignIn(TestApp app)
    {
        await app.AskToSignIn(app.NewBrowser(), TestApp.Camille.Id);
        return new Uri((await app.AllMails()).First(m => m.Mail.MessageId.StartsWith("sign-in.", StringComparison.Ordinal)).Mail.Links[0]).AbsolutePath;
    }

    static async Task Reopened(TestApp app)
    {
        await app.RecordAsManager("P-1", new Close(Outcome.Dead(DeathReason.Abandoned)));
        await app.RecordAsManager("P-1", new Reopen(null));
    }
}
