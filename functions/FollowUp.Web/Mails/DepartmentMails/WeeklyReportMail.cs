using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Application.People;
using FollowUp.Application.WeeklyReports;
using FollowUp.Domain.Text;
using FollowUp.Web.Mails.Content;
using NodaTime;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>The manager's week: the same figures as charts and as text, each beside the week before.</summary>
static class WeeklyReportMail
{
    public static MailContent Build(WeeklyReport report, Staff manager, Language language, Uri console, string department)
    {
        string Say(string french, string english) => new LocalizedText(french, english).In(language);
        var (week, before) = (report.Week, report.Before);
        var (first, last) = (week.Monday, week.Monday.PlusDays(6));
        var name = manager.Name.Split(' ')[0];
        string Count(int count) => count.ToString("N0", language.ToCulture());
        return new MailContent(
            language,
            Say(
                $"La semaine du {first.FormatShortDay(language)} : {Counted(week.CameIn, "projet déposé", "projets déposés")}, {Counted(week.Won, "concrétisé", "concrétisés")}",
                $"The week of {first.FormatShortDay(language)}: {Counted(week.CameIn, "project", "projects")} came in, {week.Won} won"),
            Say("Chaque chiffre avec celui de la semaine précédente.", "Each figure beside that of the week before."),
            Say($"Bonjour {name},", $"Good morning {name},"),
            [
                new Paragraph(Say(
                    $"Voici la semaine du {first.FormatLongDay(language)} au {last.FormatLongDay(language)}, et à côté la semaine précédente.",
                    $"This is last week, from {first.FormatLongDay(language)} to {last.FormatLongDay(language)}, beside the week before.")),
                new Heading(Say("Les projets", "The projects")),
                Chart(
                    (Say("Déposés", "Came in"), week.CameIn, before.CameIn),
                    (Say("Validés", "Validated"), week.Validated, before.Validated),
                    (Say("Concrétisés", "Won"), week.Won, before.Won),
                    (Say("Morts", "Dead"), week.Dead.Values.Sum(), before.Dead.Values.Sum())) with
                {
                    Now = Say("semaine", "last week"), Before = Say("avant", "before"),
                },
                Table(
                    (Say("Montant des projets concrétisés", "Amount of the projects won"), Euros(week.WonAmount), Euros(before.WonAmount))),
                .. Deaths(),
                new Heading(Say("Le travail", "The work")),
                Chart(
                    (Say("Relances par mail", "Relaunches by mail"), week.RelaunchMails, before.RelaunchMails),
                    (Say("Appels passés", "Calls made"), week.Calls, before.Calls),
                    (Say("Appels en retard", "Overdue calls"), week.OverdueCalls, before.OverdueCalls)),
                Table((Say("Premier appel après le dépôt, heures ouvrées (médiane)", "First call after submission, working time (median)"), Time(week.FirstCall), Time(before.FirstCall))),
                .. Coordinators(),
                new ActionButton(Say("Ouvrir la console", "Open the console"), console),
            ],
            [department],
            [new FooterLine(Say(
                "Ce mail part chaque lundi à 8 h, ou le jour ouvré suivant. Une clôture annulée dans les dix minutes n’est pas comptée.",
                "This mail leaves every Monday at eight, or on the next business day. A closing undone within ten minutes is not counted."))]);

        string Counted(int count, string one, string many) =>
            count == 0 && language == Language.French ? $"aucun {one}" : $"{Count(count)} {(count == 1 ? one : many)}";

        string Euros(decimal amount) => Say($"{amount.ToString("N0", language.ToCulture())}\u00a0€", $"€{amount.ToString("N0", language.ToCulture())}");

        string Time(Duration? median) => median switch
        {
            null => "–",
            { } some when some < Duration.FromHours(1) => $"{Math.Round(some.TotalMinutes)}\u00a0min",
            { } some => string.Create(CultureInfo.InvariantCulture, $"{(int)some.TotalHours}\u00a0h\u00a0{some.Minutes:00}"),
        };

        ComparisonTable Headed(ImmutableArray<ComparisonRow> rows) => new(Say("semaine", "last week"), Say("avant", "before"), rows);

        ComparisonTable Table(params ReadOnlySpan<(string Name, string Value, string Before)> rows)
        {
            var figures = ImmutableArray.CreateBuilder<ComparisonRow>();
            foreach (var (row, value, compared) in rows)
            {
                figures.Add(new ComparisonRow(row, value, compared));
            }

            return Headed(figures.ToImmutable());
        }

        ComparisonTable Chart(params ReadOnlySpan<(string Name, int Value, int Before)> rows)
        {
            var longest = 1;
            foreach (var (_, value, compared) in rows)
            {
                longest = Math.Max(longest, Math.Max(value, compared));
            }

            var figures = ImmutableArray.CreateBuilder<ComparisonRow>();
            foreach (var (row, value, compared) in rows)
            {
                figures.Add(new ComparisonRow(row, Count(value), Count(compared), (double)value / longest, (double)compared / longest));
            }

            return Headed(figures.ToImmutable());
        }

        IEnumerable<MailBlock> Deaths()
        {
            var reasons = week.Dead.Keys.Union(before.Dead.Keys).OrderByDescending(r => week.Dead.GetValueOrDefault(r)).ThenBy(r => r).ToArray();
            if (reasons.Length > 0)
            {
                yield return new Heading(Say("Pourquoi des projets sont morts", "Why projects died"));
                yield return Chart(
                [
                    .. reasons.Select(r => (Capital(TimelineText.GetDeathReasonName(r).In(language)), week.Dead.GetValueOrDefault(r), before.Dead.GetValueOrDefault(r))),
                ]);
            }
        }

        IEnumerable<MailBlock> Coordinators()
        {
            yield return new Heading(Say("Charge de chaque suiveur, ce matin", "Load of each coordinator, this morning"));
            var longest = Math.Max(1, report.Coordinators.Select(c => Math.Max(c.Open, c.Overdue)).DefaultIfEmpty().Max());
            yield return new ComparisonTable(Say("en cours", "open"), Say("en retard", "overdue"),
            [
                .. report.Coordinators.Select(c => new ComparisonRow(
                    c.Name, Say($"{Count(c.Open)} sur {Count(c.Capacity)}", $"{Count(c.Open)} of {Count(c.Capacity)}"), Count(c.Overdue),
                    (double)c.Open / longest, (double)c.Overdue / longest)),
            ]);
            yield return new Heading(Say("Appels tombés en retard, par suiveur", "Calls that fell overdue, by coordinator"));
            yield return Chart([.. report.Coordinators.Select(c => (c.Name, c.WentOverdue, c.WentOverdueBefore))]);
        }
    }

    static string Capital(string words) => char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];
}
