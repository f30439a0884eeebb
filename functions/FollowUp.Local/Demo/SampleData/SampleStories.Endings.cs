using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Local.Demo.SampleData;

// The long silences and the ends.
static partial class SampleStories
{
    public static Task DormantForMonths(SampleLife life) => SilentSince(life, 215);

    public static Task DormantForAYear(SampleLife life) => SilentSince(life, 470);

    public static Task BecameDormant(SampleLife life) => SilentSince(life, 125);

    /// <summary>Silent for four months, dormant for two years; the closing was proposed some days ago.</summary>
    public static Task ApprovalAsked(SampleLife life) => SilentSince(life, 851);

    public static Task ApprovalLapsed(SampleLife life) => SilentSince(life, 900);

    public static async Task WokeUp(SampleLife life)
    {
        await SilentSince(life, 300);
        await life.RecordByClient(life.DaysAgo(2, 21, 5), new AnswerRelaunch(ClientAnswer.StillLooking));
    }

    public static async Task ClosedForSilence(SampleLife life)
    {
        await life.Submit(life.DaysAgo(930, 10, 0));
        await life.Call(life.DaysAgo(930, 10, 50), CallOutcome.Serious);
        var project = await life.LoadProject();
        while (project.Stage != Stage.ApprovalAsked)
        {
            await life.AdvanceTo(project.WakeAt!.Value);
            project = await life.LoadProject();
        }

        await life.RecordByStaff(project.Cycle.StartedAt + Duration.FromHours(26), new Approve(true));
    }

    public static async Task WonByLink(SampleLife life)
    {
        await ComparesQuotes(life);
        await life.RecordByClient(life.WorkingDay(-1, 18, 20), new AnswerRelaunch(ClientAnswer.Chose, "PR-1", Amount: 4200));
    }

    public static async Task WonByPhone(SampleLife life)
    {
        await life.Submit(life.DaysAgo(45, 11, 0));
        await life.Call(life.DaysAgo(45, 11, 55), CallOutcome.Serious);
        await life.RecordByWebsite(life.DaysAgo(40, 9, 0), new ReportProviderAction("PR-3", ProviderActionKind.Visit, life.DaysAgo(40, 9, 0)));
        await life.Call(CallOutcome.Chose, "Ravi du rendez-vous sur place.", "PR-3");
    }

    public static async Task AwardedOnTheSite(SampleLife life)
    {
        await life.Submit(life.DaysAgo(33, 16, 0));
        await life.Call(life.DaysAgo(33, 16, 50), CallOutcome.Serious);
        await life.RecordByWebsite(life.DaysAgo(15, 22, 10), new ReportSignal(SignalKind.Awarded, "PR-4", life.DaysAgo(15, 22, 10), 9800));
    }

    public static async Task NotSerious(SampleLife life)
    {
        await life.Submit(life.DaysAgo(6, 9, 50));
        await life.Call(
            life.DaysAgo(6, 10, 40), CallOutcome.NotSerious, "Voulait seulement connaître les prix du marché.",
            notSerious: NotSeriousReason.JustCurious);
    }

    public static async Task Unreachable(SampleLife life)
    {
        await life.Submit(life.DaysAgo(40, 10, 20));
        for (var attempt = 0; attempt < 6; attempt++)
        {
            await life.Call(attempt == 2 ? CallOutcome.Busy : CallOutcome.NoAnswer);
        }
    }

    public static async Task GaveUp(SampleLife life)
    {
        await life.Submit(life.DaysAgo(38, 10, 0));
        await life.Call(life.DaysAgo(38, 10, 50), CallOutcome.Serious);
        await life.RecordByClient(life.DaysAgo(27, 19, 30), new AnswerRelaunch(ClientAnswer.GaveUp));
    }

    public static async Task ChoseElsewhere(SampleLife life)
    {
        await life.Submit(life.DaysAgo(52, 14, 20));
        await life.Call(life.DaysAgo(52, 15, 10), CallOutcome.Serious);
        await life.Call(CallOutcome.ChoseElsewhere, "Un cousin s’en charge.");
    }

    public static async Task RefusedContact(SampleLife life)
    {
        await life.Submit(life.DaysAgo(18, 15, 20));
        await life.Call(life.DaysAgo(18, 16, 15), CallOutcome.RefusesContact);
    }

    public static async Task Duplicate(SampleLife life)
    {
        await life.Submit(life.DaysAgo(8, 9, 15));
        await life.RecordByStaff(life.DaysAgo(8, 10, 5), new Close(Outcome.Dead(DeathReason.Duplicate), new FreeText("Même projet que P-2013.")));
    }

    public static async Task CameBack(SampleLife life)
    {
        await life.Submit(life.DaysAgo(110, 10, 0));
        await life.Call(life.DaysAgo(110, 10, 55), CallOutcome.Serious);
        await life.RecordByClient(life.DaysAgo(96, 18, 0), new AnswerRelaunch(ClientAnswer.GaveUp));
        await life.RecordByStaff(life.WorkingDay(-2, 15, 20), new Reopen(new FreeText("A rappelé : le financement est accordé.")));
    }

    static async Task SilentSince(SampleLife life, int days)
    {
        await life.Submit(life.DaysAgo(days, 10, 0));
        await life.Call(life.DaysAgo(days, 10, 50), CallOutcome.Serious);
    }
}
