using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;

namespace FollowUp.Local.Demo.SampleData;

/// <summary>The stories of the sample projects until the demo's first morning.</summary>
static partial class SampleStories
{
    // Awaiting validation.

    public static Task JustPosted(SampleLife life) => life.Submit(life.WorkingDay(0, 8, 20));

    public static Task PostedLastEvening(SampleLife life) => life.Submit(life.WorkingDay(-1, 18, 5));

    public static Task NotCalledYesterday(SampleLife life) => life.Submit(life.WorkingDay(-1, 15, 10));

    public static async Task MissedOnce(SampleLife life)
    {
        await life.Submit(life.WorkingDay(-1, 9, 12));
        await life.Call(life.WorkingDay(-1, 10, 24), CallOutcome.Voicemail);
    }

    public static async Task MissedTwice(SampleLife life)
    {
        await life.Submit(life.WorkingDay(-3, 9, 40));
        await life.Call(life.WorkingDay(-3, 10, 35), CallOutcome.NoAnswer);
        await life.Call(life.WorkingDay(-2, 15, 4), CallOutcome.Voicemail);
    }

    public static async Task NumberWasWrong(SampleLife life)
    {
        await life.Submit(life.WorkingDay(-2, 14, 12));
        await life.Call(life.WorkingDay(-2, 15, 6), CallOutcome.WrongNumber);
        await life.RecordByClient(life.WorkingDay(-1, 19, 42), new CorrectNumber());
    }

    public static async Task NeverAnswers(SampleLife life)
    {
        await life.Submit(life.DaysAgo(16, 9, 30));
        for (var attempt = 0; attempt < 6; attempt++)
        {
            await life.Call(attempt % 2 == 0 ? CallOutcome.NoAnswer : CallOutcome.Voicemail);
        }
    }

    public static async Task PickedASlot(SampleLife life)
    {
        await life.Submit(life.WorkingDay(-2, 10, 15));
        await life.Call(life.WorkingDay(-2, 11, 10), CallOutcome.Voicemail);
        await life.RecordByClient(life.WorkingDay(-1, 12, 48), new PickCallBack(life.WorkingDay(0, 11, 15)));
    }

    public static async Task AskedToCallBack(SampleLife life)
    {
        await life.Submit(life.WorkingDay(-1, 10, 2));
        await life.Call(life.WorkingDay(-1, 11, 5), CallOutcome.CallBack, "En réunion, rappeler en fin de matinée.", agreed: life.WorkingDay(0, 12, 0));
    }

    public static async Task InformationIsMissing(SampleLife life)
    {
        await life.Submit(life.WorkingDay(-3, 11, 20));
        await life.RecordByStaff(life.WorkingDay(-3, 14, 30), new RecordCall(
            CallOutcome.NeedsInformation, life.WorkingDay(-3, 14, 30), Reason: new FreeText("Le nombre de pages et la charte graphique.")));
    }

    public static async Task InformationArrived(SampleLife life)
    {
        await life.Submit(life.WorkingDay(-4, 15, 0));
        await life.RecordByStaff(life.WorkingDay(-4, 16, 10), new RecordCall(
            CallOutcome.NeedsInformation, life.WorkingDay(-4, 16, 10), Reason: new FreeText("La surface exacte et des photos de l’existant.")));
        await life.RecordByClient(life.WorkingDay(-1, 17, 55), new GiveInformation(
            new FreeText("Il y a 84 m² sur deux niveaux, je joins le plan à mon message.")));
    }

    public static Task OnlyByMail(SampleLife life) => life.Submit(life.WorkingDay(-2, 16, 45));

    // In follow-up.

    public static async Task Validated(SampleLife life)
    {
        await life.Submit(life.WorkingDay(-2, 9, 5));
        await life.Call(life.WorkingDay(-2, 9, 58), CallOutcome.Serious, "Budget confirmé, décision avant la fin du trimestre.");
    }

    public static async Task ComparesQuotes(SampleLife life)
    {
        await life.Submit(life.DaysAgo(9, 10, 30));
        await life.Call(life.DaysAgo(9, 11, 20), CallOutcome.Serious, "Attend trois devis.");
        await life.RecordByWebsite(life.DaysAgo(7, 16, 0), new ReportProviderAction("PR-1", ProviderActionKind.Proposal, life.DaysAgo(7, 16, 0)));
        await life.RecordByWebsite(life.DaysAgo(6, 9, 30), new ReportProviderAction("PR-2", ProviderActionKind.Quote, life.DaysAgo(6, 9, 30)));
        await life.RecordByClient(life.DaysAgo(4, 12, 20), new AnswerRelaunch(ClientAnswer.TalkingTo, "PR-1"));
    }

    public static async Task ProviderAsks(SampleLife life)
    {
        await ComparesQuotes(life);
        await life.RecordByWebsite(life.WorkingDay(-1, 16, 40), new AskQuestion(
            "Q-1", "PR-1", new FreeText("Le client a-t-il déjà un hébergement, ou faut-il le prévoir dans notre devis ?")));
    }

    public static async Task QuestionWaitsTooLong(SampleLife life)
    {
        await ComparesQuotes(life);
        await life.RecordByWebsite(life.WorkingDay(-3, 10, 5), new AskQuestion(
            "Q-1", "PR-2", new FreeText("La date indiquée est-elle ferme ? Nous pourrions commencer deux semaines plus tard.")));
    }

    public static async Task GoodChancesSent(SampleLife life)
    {
        await ComparesQuotes(life);
        await life.RecordByStaff(life.WorkingDay(-1, 11, 30), new SendGoodChances("PR-1"));
    }

    public static async Task OneMailUnanswered(SampleLife life)
    {
        await life.Submit(life.DaysAgo(7, 11, 0));
        await life.Call(life.DaysAgo(7, 11, 50), CallOutcome.Serious);
    }

    public static async Task PhoneRelaunchDue(SampleLife life)
    {
        await life.Submit(life.DaysAgo(24, 10, 0));
        await life.Call(life.DaysAgo(24, 10, 45), CallOutcome.Serious, "Très motivée, attend l’accord de son associé.");
    }

    public static async Task PhoneRelaunchOverdue(SampleLife life)
    {
        await life.Submit(life.DaysAgo(28, 14, 10));
        await life.Call(life.DaysAgo(28, 15, 0), CallOutcome.Serious);
    }

    public static async Task StillLooking(SampleLife life)
    {
        await life.Submit(life.DaysAgo(30, 9, 20));
        await life.Call(life.DaysAgo(30, 10, 10), CallOutcome.Serious);
        await life.Call(CallOutcome.StillLooking, "N’a pas encore choisi, compare les délais.");
    }

    public static async Task Warned(SampleLife life)
    {
        await life.Submit(life.DaysAgo(94, 15, 30));
        await life.Call(life.DaysAgo(94, 16, 20), CallOutcome.Serious);
        await life.Call(CallOutcome.Voicemail);
    }

    public static async Task Paused(SampleLife life)
    {
        await life.Submit(life.DaysAgo(20, 10, 30));
        await life.Call(life.DaysAgo(20, 11, 15), CallOutcome.Serious);
        await life.RecordByStaff(life.DaysAgo(12, 15, 0), new Snooze(life.DaysFromStart(33), new FreeText("Attend le vote de son budget."), EndsOnAnswer: true));
    }

    public static async Task PauseEndsToday(SampleLife life)
    {
        await life.Submit(life.DaysAgo(60, 10, 30));
        await life.Call(life.DaysAgo(60, 11, 15), CallOutcome.Serious);
        await life.RecordByClient(life.DaysAgo(55, 20, 10), new AnswerRelaunch(ClientAnswer.NotNow, Until: life.DaysFromStart(0)));
    }
}
