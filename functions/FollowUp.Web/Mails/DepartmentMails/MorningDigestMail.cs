using System.Collections.Immutable;
using FollowUp.Application.Digest;
using FollowUp.Application.Ports;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using FollowUp.Web.Console;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Shared.DecisionRequests;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>A coordinator's morning digest: overdue calls, today's calls, answers, decisions and questions. It holds no phone numbers.</summary>
static class MorningDigestMail
{
    /// <summary>How many items a section shows; the mail refers to the console for more.</summary>
    const int MaxItems = 30;

    public static MailContent Build(MorningDigestContext context)
    {
        var digest = context.Digest;
        return new MailContent(
            context.Days.Language,
            Subject(context),
            Preview(context),
            context.Say($"Bonjour {TextShape.GetFirstName(digest.Recipient.Name)},", $"Good morning {TextShape.GetFirstName(digest.Recipient.Name)},"),
            [
                .. digest.StandIns.Select(s => new Paragraph(StandsIn(context, s))),
                .. Section(context, context.Say("Réclamations à répondre", "Complaints to answer"), digest.Complaints, c => Complaint(context, c)),
                .. Section(context, context.Say("Appels en retard", "Overdue calls"), digest.Overdue, r => Call(context, r)),
                .. Section(context, context.Say("Appels du jour", "Calls today"), digest.Today, r => Call(context, r)),
                .. Section(context, context.Say("Réponses de clients", "Answers from clients"), digest.Answers, a => Answer(context, a)),
                .. Section(context, context.Say("Décisions demandées", "Decisions asked of you"), digest.Decisions, d => Decision(context, d)),
                .. Section(context, context.Say("Questions de prestataires", "Questions from providers"), digest.Questions, q => Question(context, q)),
                new ActionButton(context.Say("Ouvrir ma journée", "Open my day"), context.Pages.Address(ConsoleAddresses.Day)),
            ],
            [context.Department.DepartmentName],
            [new FooterLine(digest.Recipient.Role == Role.Manager ? context.Say(
                "Ce mail part les jours ouvrés où vous êtes là et où quelque chose attend de vous une réponse.",
                "This email leaves on business days when you are there and something awaits an answer from you.") : context.Say(
                $"{Projects(context, digest.OpenProjects)} en cours à votre charge. Ce mail part les jours ouvrés où vous êtes là et où il y a quelque chose à dire.",
                $"{Projects(context, digest.OpenProjects)} open in your charge. This email leaves on business days when you are there and there is something to say."))]);
    }

    static string Subject(MorningDigestContext context)
    {
        var day = context.Digest.Day.FormatShortDay(context.Days.Language);
        var calls = context.Digest.Overdue.Length + context.Digest.Today.Length;
        if (calls == 0 && context.Digest.Complaints.Length is var complaints and > 0)
        {
            return complaints == 1
                ? context.Say($"Votre journée du {day} : une réclamation à répondre", $"Your day, {day}: one complaint to answer")
                : context.Say($"Votre journée du {day} : {complaints} réclamations à répondre", $"Your day, {day}: {complaints} complaints to answer");
        }

        return (calls, context.Digest.Overdue.Length) switch
        {
            (0, _) => context.Say($"Votre journée du {day} : aucun appel prévu", $"Your day, {day}: no call planned"),
            (1, 0) => context.Say($"Votre journée du {day} : un appel", $"Your day, {day}: one call"),
            (1, _) => context.Say($"Votre journée du {day} : un appel, en retard", $"Your day, {day}: one call, overdue"),
            (_, 0) => context.Say($"Votre journée du {day} : {calls} appels", $"Your day, {day}: {calls} calls"),
            (_, var late) when late == calls => context.Say(
                $"Votre journée du {day} : {calls} appels, tous en retard", $"Your day, {day}: {calls} calls, all overdue"),
            (_, var late) => context.Say($"Votre journée du {day} : {calls} appels, dont {late} en retard", $"Your day, {day}: {calls} calls, {late} of them overdue"),
        };
    }

    static string Preview(MorningDigestContext context)
    {
        var (answers, decisions, questions) = (context.Digest.Answers.Length, context.Digest.Decisions.Length, context.Digest.Questions.Length);
        var parts = new[]
        {
            Count(answers, context.Say("une réponse", "one answer"), context.Say("réponses", "answers")),
            Count(decisions, context.Say("une décision", "one decision"), context.Say("décisions", "decisions")),
            Count(questions, context.Say("une question", "one question"), context.Say("questions", "questions")),
        }.OfType<string>().ToArray();
        return (parts.Length, context.Digest.Complaints.IsEmpty) switch
        {
            (0, true) => context.Say("Vos appels, dans l’ordre.", "Your calls, in order."),
            (0, false) => context.Say("La première échéance d’abord.", "The first due first."),
            _ => context.Say($"Et aussi : {string.Join(", ", parts)}.", $"And also: {string.Join(", ", parts)}."),
        };
    }

    static string? Count(int count, string one, string many) => count switch { 0 => null, 1 => one, _ => $"{count} {many}" };

    static string Projects(MorningDigestContext context, int count) => count switch
    {
        0 => context.Say("Aucun projet", "No project"),
        1 => context.Say("Un projet", "One project"),
        _ => context.Say($"{count} projets", $"{count} projects"),
    };

    static string StandsIn(MorningDigestContext context, DigestStandIn s)
    {
        var count = s.Projects == 1 ? context.Say("un projet", "one project") : context.Say($"{s.Projects} projets", $"{s.Projects} projects");
        return s.Until is { } until
            ? context.Say(
                $"Vous remplacez {s.Colleague} jusqu’au {until.FormatLongDay(context.Days.Language)} inclus : {count} en cours.",
                $"You stand in for {s.Colleague} until {until.FormatLongDay(context.Days.Language)}, that day included: {count} open.")
            : context.Say($"Vous remplacez {s.Colleague} : {count} en cours.", $"You stand in for {s.Colleague}: {count} open.");
    }

    static IEnumerable<MailBlock> Section<T>(MorningDigestContext context, string title, ImmutableArray<T> items, Func<T, LinkListItem> line)
    {
        if (items.IsEmpty)
        {
            yield break;
        }

        yield return new Heading($"{title} ({items.Length})");
        yield return new LinkList([.. items.Take(MaxItems).Select(line)]);
        if (items.Length > MaxItems)
        {
            yield return new Paragraph(context.Say(
                $"… et {items.Length - MaxItems} de plus dans la console.", $"… and {items.Length - MaxItems} more in the console."));
        }
    }

    static LinkListItem Call(MorningDigestContext context, ProjectListItem row)
    {
        var next = row.Project.Next!;
        var late = context.Days.FormatDelay(next.DueAt);
        return Line(context, late ?? context.Days.FormatTime(next.DueAt), row, next.Why.Describe(context.Days.Language).Capitalize(context.Days.Language) + ".") with { IsLate = late is not null };
    }

    static LinkListItem Answer(MorningDigestContext context, DigestAnswer answer) =>
        Line(context, context.Days.FormatShort(answer.Entry.At), answer.Item, context.DescribeAnswer(answer));

    static LinkListItem Decision(MorningDigestContext context, DigestDecision decision)
    {
        var (project, details) = (decision.Item.Project, decision.Details);
        var text = new PendingDecisionText(details.Decision, context.Digest.Recipient.Id, project.Coordinator, context.Name, context.Days.Language);

        // The page of a link that closes a project asks for the number.
        var number = details.Decision.ClosesProject ? context.Say($" Projet n° {project.Id}.", $" Project no. {project.Id}.") : "";
        return Line(context, "", decision.Item, $"{text.Question} {text.WithoutAnswer(details, context.Days)}".TrimEnd() + number) with
        {
            Address = context.DecisionLink(decision),
            IsLate = details.Deadline < context.Days.Now,
        };
    }

    static LinkListItem Question(MorningDigestContext context, DigestQuestion question) => Line(
        context, "", question.Item,
        context.Say(
            $"{question.Provider} attend votre réponse avant le {context.Days.FormatDateTime(question.Question.DueAt)}.",
            $"{question.Provider} awaits your answer before {context.Days.FormatDateTime(question.Question.DueAt)}.")) with
    {
        IsLate = question.Question.DueAt < context.Days.Now,
    };

    static LinkListItem Complaint(MorningDigestContext context, DigestComplaint item) => new(
        item.Due < context.Digest.Day ? context.Say("En retard", "Late") : "",
        context.Say($"Réclamation {item.Complaint.Id}", $"Complaint {item.Complaint.Id}"),
        item.Complaint.FromKind == "provider" ? context.Name(item.Complaint.FromId).ToOneLine() : context.Say("un client", "a client"),
        context.Say(
            $"Réponse promise pour le {item.Due.FormatLongDay(context.Days.Language)}.", $"Answer promised by {item.Due.FormatLongDay(context.Days.Language)}."),
        context.Pages.Address(ConsoleAddresses.Complaint(item.Complaint.Id)))
    {
        IsLate = item.Due < context.Digest.Day,
    };

    static LinkListItem Line(MorningDigestContext context, string when, ProjectListItem row, string why) => new(
        when, (row.Title ?? row.Project.Id).ToOneLine(), row.FormatClient()?.ToOneLine() ?? context.Say("client effacé", "client erased"), why, context.ProjectPage(row.Project));
}
