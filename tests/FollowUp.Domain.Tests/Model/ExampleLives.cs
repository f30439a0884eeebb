using System.Globalization;
using System.Text;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Tests.Model;

/// <summary>Example lives for the path document, row by row: the timeline, the messages and the next action.</summary>
static class ExampleLives
{
    static readonly TimelineText Words = new(
        Language.English, WorkingCalendar.France, id => id == Who.Camille.Id ? "Camille" : "provider X", words => words?.Text);

    public static string Write()
    {
        var page = new StringBuilder();
        AppendLife(page, "Chosen after two calls and two relaunches", A.CompanyProject.AwaitingValidation,
            s => s.WhenDue().Calls(CallOutcome.NoAnswer), s => s.WhenDue().Calls(CallOutcome.Serious), s => s.Wakes(),
            s => s.After(Duration.FromHours(30)).ClientSays(ClientAnswer.TalkingTo, "PR-1"), s => s.Wakes(),
            s => s.After(Duration.FromDays(5)).ClientSays(ClientAnswer.Chose, "PR-1"));
        AppendLife(page, "The client is never reached", A.CompanyProject.AwaitingValidation, [.. MissCalls(6), s => s.Wakes()]);
        AppendLife(page, "Silent for more than two years", A.CompanyProject.InFollowUp,
            [.. Wake(2), s => s.WhenDue().Calls(CallOutcome.NoAnswer), .. Wake(11), s => s.After(Duration.FromDays(2)).Gives(new Approve(true), Who.Camille)]);
        AppendLife(page, "A private person who does not want to be called", A.PersonProject.AwaitingValidation,
            s => s.WhenDue().Calls(CallOutcome.NoAnswer), s => s.WhenDue().Calls(CallOutcome.DoNotCall), s => s.Wakes(),
            s => s.After(Duration.FromHours(2)).Gives(new GiveInformation(new FreeText("a roof, 40 m², by June")), Who.Jeanne));
        return page.ToString();
    }

    static IEnumerable<Func<Story, Story>> MissCalls(int times) => Enumerable.Repeat<Func<Story, Story>>(s => s.WhenDue().Calls(CallOutcome.NoAnswer), times);

    static IEnumerable<Func<Story, Story>> Wake(int times) => Enumerable.Repeat<Func<Story, Story>>(s => s.Wakes(), times);

    static void AppendLife(StringBuilder page, string title, Story story, params Func<Story, Story>[] steps)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n### {title}\n\n| when | what happened | what goes out | what is next |\n|---|---|---|---|\n");
        AppendRow(page, story);
        foreach (var step in steps) AppendRow(page, story = step(story));
    }

    static void AppendRow(StringBuilder page, Story story)
    {
        var local = story.Policy.Calendar.ToLocal(story.Now);
        var mails = story.Messages.Select(PlainNames.Of).DefaultIfEmpty("—");
        var next = story.Project.Next?.Describe(Language.English, story.Policy.Calendar) ?? "—";
        page.Append(
            CultureInfo.InvariantCulture,
            $"| {local.Date.FormatShortDay(Language.English)} {local.Year}, {local.TimeOfDay.FormatTime()} | {string.Join("<br>", story.Last.Events.Select(e => Words.Describe(e.Event)))} | {string.Join("<br>", mails)} | {next} |\n");
    }
}
