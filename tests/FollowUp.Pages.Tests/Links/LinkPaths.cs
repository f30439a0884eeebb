using System.Net;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web;
using NodaTime;

namespace FollowUp.Pages.Tests;

/// <summary>Everything that a link is for.</summary>
static class LinkPaths
{
    static readonly Dictionary<string, string> Yes = new() { ["approve"] = "true" };
    static readonly Dictionary<string, string> YesClose = new(Yes) { ["project"] = "P-1" };
    static readonly Dictionary<string, string> No = new() { ["approve"] = "false" };

    public static readonly IReadOnlyDictionary<string, LinkPath> All = new Dictionary<string, LinkPath>
    {
        ["relaunch answer"] = new(
            LinkPurpose.RelaunchAnswer, house => house.RelaunchLink(), new() { ["answer"] = "still-looking" }, "vous cherchez toujours",
            house => house.Staff("P-1", new Close(Outcome.Won("PR-1"))), "Votre projet est concrétisé avec Studio Hirondelle")
        {
            Other = new() { ["answer"] = "gave-up", ["project"] = "P-1" },
            Alike = [LinkPurpose.RelaunchAnswer, LinkPurpose.ClientPage],
        },
        ["call-back slot"] = new(
            LinkPurpose.CallBackSlot, Unreached, new() { ["slot"] = "2026-11-24T09:00:00Z" }, "un appel est convenu le mardi 24 novembre",
            house => house.Staff("P-1", new Close(Outcome.Dead(DeathReason.Duplicate))), "Ce projet faisait double emploi")
        {
            Other = new() { ["slot"] = "2026-11-25T09:00:00Z" },
        },
        ["corrected number"] = new(
            LinkPurpose.CallBackSlot, Unreached, new() { ["phone"] = "06 39 98 00 11" }, "vous avez corrigé votre numéro", Reopened, "rouvert")
        {
            Other = new() { ["phone"] = "06 39 98 00 12" },
        },
        ["missing information"] = new(
            LinkPurpose.MissingInformation, Questioned, new() { ["text"] = "Entre 2 000 et 3 000 €." }, "vous avez envoyé vos précisions",
            house => house.Staff("P-1", new Close(Outcome.Dead(DeathReason.Abandoned))), "Vous avez renoncé à ce projet")
        {
            Other = new() { ["text"] = "Je ne sais pas encore." },
        },
        ["approve a closing"] = new(
            LinkPurpose.Approval, Requests.AskedToClose, YesClose, "par Camille Aubertin : projet clos",
            house => house.Staff("P-1", new Approve(false)), "Déjà décidé par Nadia Rouvière")
        {
            Other = No,
        },
        ["refuse a closing"] = new(
            LinkPurpose.Approval, Requests.AskedToClose, No, "par Camille Aubertin : le projet reste en sommeil",
            house => house.Staff("P-1", new Approve(true)), "Déjà décidé par Nadia Rouvière")
        {
            Other = YesClose,
        },
        ["approve a notice"] = new(
            LinkPurpose.Approval, Requests.AskedToTell, Yes, "par Camille Aubertin : l’avis part à Studio Hirondelle",
            house => house.Staff("P-1", new DeclineGoodChances("PR-1")), "Déjà décidé par Nadia Rouvière")
        {
            Other = No,
        },
        ["refuse a notice"] = new(
            LinkPurpose.Approval, Requests.AskedToTell, No, "par Camille Aubertin : pas d’avis à Studio Hirondelle",
            house => house.Staff("P-1", new SendGoodChances("PR-1")), "Déjà décidé par Nadia Rouvière")
        {
            Other = Yes,
        },
        ["take over"] = new(
            LinkPurpose.Approval, Requests.AskedToTakeOver, Yes, "par Yanis Belkacem : Yanis Belkacem reprend le projet",
            house => house.Staff("P-1", new TakeOver(false)), "Déjà décidé par Nadia Rouvière")
        {
            Other = No,
        },
        ["decline to take over"] = new(
            LinkPurpose.Approval, Requests.AskedToTakeOver, No, "par Yanis Belkacem : Yanis Belkacem ne reprend pas le projet",
            house => house.Staff("P-1", new TakeOver(true)), "Déjà décidé par Nadia Rouvière")
        {
            Other = Yes,
        },
        ["undo"] = new(
            LinkPurpose.Undo, ClosedByClient, [], "La clôture est annulée", house => house.Staff("P-1", new Undo()),
            "Nadia Rouvière : Clôture annulée dans les dix minutes"),
        ["sign-in"] = new(
            LinkPurpose.SignIn, AskedToSignIn, [], "Ce lien a déjà servi", house => AskedToSignIn(house), "Ce lien est remplacé : un plus récent vous a été envoyé")
        {
            Again = HttpStatusCode.Conflict,
            Effect = async (_, browser) => $"console {(await browser.Get("/desk")).Status}",
        },
        ["unsubscribe"] = new(
            LinkPurpose.Unsubscribe,
            async house =>
            {
                await house.RelaunchLink();
                return new Uri((await house.Mails(MessageKind.RelaunchFirst))[0].Mail.Links[^1]).AbsolutePath;
            },
            new() { ["unsubscribe"] = "mails" }, "Nous ne vous envoyons plus de mails",
            house => house.Staff("P-1", new Close(Outcome.Dead(DeathReason.Abandoned))), "Vous avez renoncé à ce projet")
        {
            Again = HttpStatusCode.SeeOther,
            OutlivesAll = true,
            Suffix = "/unsubscribe",
            Alike = [.. Enum.GetValues<LinkPurpose>().Where(p => new Link(p, "", 0, 0, "", default).IsOfClient)],
        },
        ["client page"] = new(
            LinkPurpose.ClientPage,
            async house =>
            {
                await house.Submitted();
                await house.Pass(Duration.FromMinutes(5));
                return new Uri((await house.Mails(MessageKind.Receipt))[0].Mail.Links[^1]).AbsolutePath;
            },
            new() { ["answer"] = "not-now", ["until"] = "2027-03-01" }, "ce n’est pas le moment, à revoir le lundi 1er mars 2027", Reopened, "rouvert")
        {
            Other = new() { ["answer"] = "leave-me-alone", ["project"] = "P-1" },
            Alike = [LinkPurpose.RelaunchAnswer, LinkPurpose.ClientPage],
        },
    };

    static async Task<string> Unreached(House house)
    {
        await house.Submitted();
        await house.Staff("P-1", new RecordCall(CallOutcome.NoAnswer, house.Now));
        await house.Pass(Duration.FromMinutes(5));
        return await house.LinkIn(MessageKind.TriedToReachYou);
    }

    static async Task<string> Questioned(House house)
    {
        await house.Submitted();
        await house.Staff("P-1", new RecordCall(CallOutcome.NeedsInformation, house.Now, Reason: new FreeText("Quel budget ?")));
        await house.Pass(Duration.FromMinutes(5));
        return await house.LinkIn(MessageKind.MissingInformation);
    }

    static async Task<string> ClosedByClient(House house)
    {
        var link = await house.RelaunchLink();
        var browser = house.NewBrowser();
        await browser.Fill(link, new() { ["answer"] = "gave-up", ["project"] = "P-1" });
        return (await browser.Get(link)).UndoButton()!;
    }

    static async Task<string> AskedToSignIn(House house)
    {
        await house.NewBrowser().Fill("/desk/sign-in", new() { ["email"] = House.Camille.Id });
        return new Uri((await house.AllMails()).First(m => m.Mail.MessageId.StartsWith("sign-in.", StringComparison.Ordinal)).Mail.Links[0]).AbsolutePath;
    }

    static async Task Reopened(House house)
    {
        await house.Staff("P-1", new Close(Outcome.Dead(DeathReason.Abandoned)));
        await house.Staff("P-1", new Reopen(null));
    }
}
