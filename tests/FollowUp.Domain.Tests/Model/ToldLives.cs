using System.Globalization;
using System.Text;
using NodaTime;

namespace FollowUp.Domain.Tests.Model;

/// <summary>Whole lives for the document of the path, day by day: what the timeline says, what goes out, and what is next.</summary>
static class ToldLives
{
    static readonly TimelineWords Words = new(
        Language.English, WorkingCalendar.France, id => id == Who.Camille.Id ? "Camille" : "provider X", words => words?.Text);

    public static string Write()
    {
        var page = new StringBuilder();
        Tell(page, "Chosen after two calls and two relaunches", A.CompanyProject.AwaitingValidation,
            s => s.WhenDue().Calls(CallOutcome.NoAnswer), s => s.WhenDue().Calls(CallOutcome.Serious), s => s.Wakes(),
            s => s.After(Duration.FromHours(30)).ClientSays(ClientAnswer.TalkingTo, "PR-1"), s => s.Wakes(),
            s => s.After(Duration.FromDays(5)).ClientSays(ClientAnswer.Chose, "PR-1"));
        Tell(page, "Nobody is ever reached", A.CompanyProject.AwaitingValidation, [.. Missed(6), s => s.Wakes()]);
        Tell(page, "Silent for more than two years", A.CompanyProject.InFollowUp,
            [.. Look(2), s => s.WhenDue().Calls(CallOutcome.NoAnswer), .. Look(11), s => s.After(Duration.FromDays(2)).Gives(new Approve(true), Who.Camille)]);
        Tell(page, "A private person who does not want to be called", A.PersonProject.AwaitingValidation,
            s => s.WhenDue().Calls(CallOutcome.NoAnswer), s => s.WhenDue().Calls(CallOutcome.DoNotCall), s => s.Wakes(),
            s => s.After(Duration.FromHours(2)).Gives(new GiveInformation(new Words("a roof, 40 m², by June")), Who.Jeanne));
        return page.ToString();
    }

    static IEnumerable<Func<Story, Story>> Missed(int times) => Enumerable.Repeat<Func<Story, Story>>(s => s.WhenDue().Calls(CallOutcome.NoAnswer), times);

    static IEnumerable<Func<Story, Story>> Look(int times) => Enumerable.Repeat<Func<Story, Story>>(s => s.Wakes(), times);

    static void Tell(StringBuilder page, string title, Story story, params Func<Story, Story>[] steps)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n### {title}\n\n| when | what happened | what goes out | what is next |\n|---|---|---|---|\n");
        Row(page, story);
        foreach (var step in steps) Row(page, story = step(story));
    }

    static void Row(StringBuilder page, Story story)
    {
        var local = story.Policy.Calendar.Local(story.Now);
        var mails = story.Mailed.Select(Plain.Of).DefaultIfEmpty("—");
        var next = story.Project.Next?.Describe(Language.English, story.Policy.Calendar) ?? "—";
        page.Append(
            CultureInfo.InvariantCulture,
            $"| {local.Date.ShortDay(Language.English)} {local.Year}, {local.TimeOfDay.Clock()} | {string.Join("<br>", story.Last.Events.Select(e => Words.Describe(e.Event)))} | {string.Join("<br>", mails)} | {next} |\n");
    }
}
