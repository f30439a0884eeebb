using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Application.People;
using FollowUp.Application.WeeklyReports;
using FollowUp.Domain.Text;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Shared.Wording;
using NodaTime;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>The manager's weekly report: the figures of a week, each beside that of the week before.</summary>
/// <param name="board">The address of the board of the week.</param>
/// <param name="department">The department's name.</param>
sealed class WeeklyReportMail(WeeklyReport report, Staff manager, Uri board, string department)
{
    readonly Language language = manager.Language;
    readonly WeekFigures week = report.Week;
    readonly WeekFigures before = report.Before;

    public MailContent Build()
    {
        var (first, last) = (week.Monday, week.Monday.PlusDays(6));
        var name = TextShape.GetFirstName(manager.Name);
        return new MailContent(
            language,
            Say(
                $"La semaine du {first.FormatShortDay(language)} : {FormatCount(week.Submitted, "projet déposé", "projets déposés")}, {FormatCount(week.Won, "concrétisé", "concrétisés")}",
                $"The week of {first.FormatShortDay(language)}: {FormatCount(week.Submitted, "project", "projects")} came in, {week.Won} won"),
            Say("Chaque chiffre avec celui de la semaine précédente.", "Each figure beside that of the week before."),
            Say($"Bonjour {name},", $"Good morning {name},"),
            [
                new Paragraph(Say(
                    $"Voici la semaine du {first.FormatLongDay(language)} au {last.FormatLongDay(language)}, et à côté la semaine précédente.",
                    $"This is last week, from {first.FormatLongDay(language)} to {last.FormatLongDay(language)}, beside the week before.")),
                .. Projects(),
                .. Deaths(),
                .. Work(),
                .. Coordinators(),
                new ActionButton(Say("Voir la semaine sur le tableau de bord", "See the week on the board"), board),
            ],
            [department],
            [new FooterLine(Say(
                "Ce mail part chaque lundi à 8 h, ou le jour ouvré suivant. Une clôture annulée dans les dix minutes n’est pas comptée.",
                "This email leaves every Monday at eight, or on the next business day. A closing undone within ten minutes is not counted."))]);
    }

    IEnumerable<MailBlock> Projects() =>
    [
        new Heading(Say("Les projets", "The projects")),
        Chart(
            (Say("Déposés", "Came in"), week.Submitted, before.Submitted),
            (Say("Validés", "Validated"), week.Validated, before.Validated),
            (Say("Concrétisés", "Won"), week.Won, before.Won),
            (Say("Morts", "Dead"), week.Dead.Values.Sum(), before.Dead.Values.Sum())),
        Table(
            Say("Montant des projets concrétisés", "Amount of the projects won"),
            AmountText.Format(week.WonAmount, "EUR", language), AmountText.Format(before.WonAmount, "EUR", language)),
    ];

    /// <summary>The reasons of both weeks, the most frequent of this week first; nothing without any.</summary>
    IEnumerable<MailBlock> Deaths()
    {
        var reasons = week.Dead.Keys.Union(before.Dead.Keys).OrderByDescending(r => week.Dead.GetValueOrDefault(r)).ThenBy(r => r).ToArray();
        return reasons.Length == 0
            ? []
            :
            [
                new Heading(Say("Pourquoi des projets sont morts", "Why projects died")),
                Chart(
                [
                    .. reasons.Select(r => (
                        TimelineText.GetDeathReasonName(r).In(language).Capitalize(language), week.Dead.GetValueOrDefault(r), before.Dead.GetValueOrDefault(r))),
                ]),
            ];
    }

    IEnumerable<MailBlock> Work() =>
    [
        new Heading(Say("Le travail", "The work")),
        Chart(
            (Say("Relances par mail", "Relaunches by email"), week.RelaunchMails, before.RelaunchMails),
            (Say("Appels passés", "Calls made"), week.Calls, before.Calls),
            (Say("Appels en retard", "Overdue calls"), week.OverdueCalls, before.OverdueCalls)),
        Table(
            Say("Premier appel après le dépôt, heures ouvrées (médiane)", "First call after submission, working time (median)"),
            FormatMedian(week.FirstCall), FormatMedian(before.FirstCall)),
    ];

    IEnumerable<MailBlock> Coordinators()
    {
        var longest = Math.Max(1, report.Coordinators.Select(c => Math.Max(c.Open, c.Overdue)).DefaultIfEmpty().Max());
        return
        [
            new Heading(Say("Charge de chaque suiveur, ce matin", "Load of each coordinator, this morning")),
            new ComparisonTable(Say("en cours", "open"), Say("en retard", "overdue"),
            [
                .. report.Coordinators.Select(c => new ComparisonRow(
                    c.Name, Say($"{FormatCount(c.Open)} sur {FormatCount(c.Capacity)}", $"{FormatCount(c.Open)} of {FormatCount(c.Capacity)}"),
                    FormatCount(c.Overdue), (double)c.Open / longest, (double)c.Overdue / longest)),
            ]),
            new Heading(Say("Appels tombés en retard, par suiveur", "Calls that fell overdue, by coordinator")),
            Chart([.. report.Coordinators.Select(c => (c.Name, c.WentOverdue, c.WentOverdueBefore))]),
        ];
    }

    /// <summary>A table of one row, without bars.</summary>
    ComparisonTable Table(string name, string value, string valueBefore) => WeekTable([new ComparisonRow(name, value, valueBefore)]);

    /// <summary>A table with bars, the longest of which has the length 1.</summary>
    ComparisonTable Chart(params ImmutableArray<(string Name, int Value, int Before)> rows)
    {
        var longest = Math.Max(1, rows.Select(r => Math.Max(r.Value, r.Before)).DefaultIfEmpty().Max());
        return WeekTable(
        [
            .. rows.Select(r => new ComparisonRow(
                r.Name, FormatCount(r.Value), FormatCount(r.Before), (double)r.Value / longest, (double)r.Before / longest)),
        ]);
    }

    ComparisonTable WeekTable(ImmutableArray<ComparisonRow> rows) => new(Say("semaine", "last week"), Say("avant", "before"), rows);

    /// <summary>"3 projets"; "aucun projet" in French for zero.</summary>
    string FormatCount(int count, string one, string many) =>
        count == 0 && language == Language.French ? $"aucun {one}" : $"{FormatCount(count)} {(count == 1 ? one : many)}";

    string FormatCount(int count) => count.ToString("N0", language.ToCulture());

    /// <summary>"45 min", "3 h 05", or "–" without a figure; the spaces do not break.</summary>
    static string FormatMedian(Duration? median) => median switch
    {
        null => "–",
        { } some when some < Duration.FromHours(1) => $"{Math.Round(some.TotalMinutes)}\u00a0min",
        { } some => string.Create(CultureInfo.InvariantCulture, $"{(int)some.TotalHours}\u00a0h\u00a0{some.Minutes:00}"),
    };

    string Say(string french, string english) => language.Pick(french, english);
}
