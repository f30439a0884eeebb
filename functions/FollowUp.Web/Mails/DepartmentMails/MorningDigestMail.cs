using System.Collections.Immutable;
using FollowUp.Application.Digest;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Shared.DecisionRequests;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>The coordinator's morning: what is late, what the day brings, what came in, what waits for a decision. Phones stay in the console.</summary>
static class MorningDigestMail
{
    /// <summary>More lines of a kind than this are read in the console.</summary>
    const int MaxItems = 30;

    public static MailContent Build(MorningDigestContext m)
    {
        var digest = m.Digest;
        return new MailContent(
            m.Days.Language,
            Subject(m),
            Counted(m),
            m.Say($"Bonjour {digest.Recipient.Name.Split(' ')[0]},", $"Good morning {digest.Recipient.Name.Split(' ')[0]},"),
            [
                .. digest.StandIns.Select(s => new Paragraph(StandsIn(m, s))),
                .. Section(m, m.Say("Appels en retard", "Overdue calls"), digest.Overdue, r => Call(m, r)),
                .. Section(m, m.Say("Appels du jour", "Calls today"), digest.Today, r => Call(m, r)),
                .. Section(m, m.Say("Réponses de clients", "Answers from clients"), digest.Answers, a => Answer(m, a)),
                .. Section(m, m.Say("Décisions demandées", "Decisions asked of you"), digest.Approvals, a => Approval(m, a)),
                .. Section(m, m.Say("Questions de prestataires", "Questions from providers"), digest.Questions, q => Question(m, q)),
                new ActionButton(m.Say("Ouvrir ma journée", "Open my day"), m.Pages.Address("/desk")),
            ],
            [m.Department.DepartmentName],
            [new FooterLine(m.Say(
                $"{Projects(m, digest.OpenProjects)} en cours à votre charge. Ce mail part les jours ouvrés où vous êtes là et où il y a quelque chose à dire.",
                $"{Projects(m, digest.OpenProjects)} open in your charge. This mail leaves on business days when you are there and there is something to say."))]);
    }

    static string Subject(MorningDigestContext m)
    {
        var day = m.Digest.Day.FormatShortDay(m.Days.Language);
        var calls = m.Digest.Overdue.Length + m.Digest.Today.Length;
        return (calls, m.Digest.Overdue.Length) switch
        {
            (0, _) => m.Say($"Votre journée du {day} : aucun appel prévu", $"Your day, {day}: no call planned"),
            (1, 0) => m.Say($"Votre journée du {day} : un appel", $"Your day, {day}: one call"),
            (1, _) => m.Say($"Votre journée du {day} : un appel, en retard", $"Your day, {day}: one call, overdue"),
            (_, 0) => m.Say($"Votre journée du {day} : {calls} appels", $"Your day, {day}: {calls} calls"),
            (_, var late) when late == calls => m.Say(
                $"Votre journée du {day} : {calls} appels, tous en retard", $"Your day, {day}: {calls} calls, all overdue"),
            (_, var late) => m.Say($"Votre journée du {day} : {calls} appels, dont {late} en retard", $"Your day, {day}: {calls} calls, {late} of them overdue"),
        };
    }

    static string Counted(MorningDigestContext m)
    {
        var (answers, approvals, questions) = (m.Digest.Answers.Length, m.Digest.Approvals.Length, m.Digest.Questions.Length);
        var parts = new[]
        {
            Count(answers, m.Say("une réponse", "one answer"), m.Say("réponses", "answers")),
            Count(approvals, m.Say("une décision", "one decision"), m.Say("décisions", "decisions")),
            Count(questions, m.Say("une question", "one question"), m.Say("questions", "questions")),
        }.OfType<string>().ToArray();
        return parts.Length == 0
            ? m.Say("Vos appels, dans l’ordre.", "Your calls, in order.")
            : m.Say($"Et aussi : {string.Join(", ", parts)}.", $"And also: {string.Join(", ", parts)}.");
    }

    static string? Count(int count, string one, string many) => count switch { 0 => null, 1 => one, _ => $"{count} {many}" };

    static string Projects(MorningDigestContext m, int count) => count switch
    {
        0 => m.Say("Aucun projet", "No project"),
        1 => m.Say("Un projet", "One project"),
        _ => m.Say($"{count} projets", $"{count} projects"),
    };

    static string StandsIn(MorningDigestContext m, DigestStandIn s)
    {
        var count = s.Projects == 1 ? m.Say("un projet", "one project") : m.Say($"{s.Projects} projets", $"{s.Projects} projects");
        return s.Until is { } until
            ? m.Say(
                $"Vous remplacez {s.Colleague} jusqu’au {until.FormatLongDay(m.Days.Language)} inclus : {count} en cours.",
                $"You stand in for {s.Colleague} until {until.FormatLongDay(m.Days.Language)}, that day included: {count} open.")
            : m.Say($"Vous remplacez {s.Colleague} : {count} en cours.", $"You stand in for {s.Colleague}: {count} open.");
    }

    static IEnumerable<MailBlock> Section<T>(MorningDigestContext m, string title, ImmutableArray<T> items, Func<T, LinkListItem> line)
    {
        if (items.IsEmpty)
        {
            yield break;
        }

        yield return new Heading($"{title} ({items.Length})");
        yield return new LinkList([.. items.Take(MaxItems).Select(line)]);
        if (items.Length > MaxItems)
        {
            yield return new Paragraph(m.Say(
                $"… et {items.Length - MaxItems} de plus dans la console.", $"… and {items.Length - MaxItems} more in the console."));
        }
    }

    static LinkListItem Call(MorningDigestContext m, ProjectListItem row)
    {
        var next = row.Project.Next!;
        var late = m.Days.FormatDelay(next.DueAt);
        return Line(m, late ?? m.Days.FormatTime(next.DueAt), row, Sentence(next.Why.Describe(m.Days.Language))) with { IsLate = late is not null };
    }

    static LinkListItem Answer(MorningDigestContext m, DigestAnswer answer) =>
        Line(m, m.Days.FormatShort(answer.Entry.At), answer.Item, m.DescribeAnswer(answer));

    static LinkListItem Approval(MorningDigestContext m, DigestApproval approval)
    {
        var (project, asked) = (approval.Item.Project, approval.Decision);
        var words = new PendingDecisionText(asked.Decision, m.Digest.Recipient.Id, project.Coordinator, m.Name, m.Days.Language);
        return Line(m, "", approval.Item, $"{words.Question} {words.WithoutAnswer(asked, m.Days)}".TrimEnd()) with
        {
            Address = m.ApprovalLink(approval),
            IsLate = asked.Deadline < m.Days.Now,
        };
    }

    static LinkListItem Question(MorningDigestContext m, DigestQuestion question) => Line(
        m, "", question.Item,
        m.Say(
            $"{question.Provider} attend votre réponse avant le {m.Days.FormatDateTime(question.Question.DueAt)}.",
            $"{question.Provider} awaits your answer before {m.Days.FormatDateTime(question.Question.DueAt)}.")) with
    {
        IsLate = question.Question.DueAt < m.Days.Now,
    };

    static LinkListItem Line(MorningDigestContext m, string when, ProjectListItem row, string why) => new(
        when, OneLine(row.Title ?? row.Project.Id), Who(m, row), why, m.ProjectPage(row.Project));

    static string Who(MorningDigestContext m, ProjectListItem row) => (row.ClientName, row.Company) switch
    {
        ({ } name, { } company) => $"{OneLine(name)}, {OneLine(company)}",
        ({ } name, null) => OneLine(name),
        _ => m.Say("client effacé", "client erased"),
    };

    static string Sentence(string words) => char.ToUpper(words[0], System.Globalization.CultureInfo.InvariantCulture) + words[1..] + ".";

    static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
