using System.Collections.Immutable;
using FollowUp.Application.Board;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;
using FollowUp.Web.Console.Audit;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Console.Board;

/// <summary>The figures of the board as tables, in the order of the page.</summary>
sealed partial class BoardTables(BoardReport report, ConsoleVisit visit)
{
    const string ByManager = NextAction.ByManager;

    readonly PeriodFigures now = report.Figures;
    readonly PeriodFigures before = report.Before;
    readonly Language language = visit.Language;

    public ImmutableArray<BoardTable> Build() =>
    [
        BuildPath(), BuildDays(), BuildFirstCalls(), BuildAttempts(), BuildValidation(), BuildOpen(), BuildClosed(), BuildRelaunches(), BuildCalls(),
        BuildOverdue(), BuildMailsRefused(), BuildRefusals(),
    ];

    /// <summary>The tiles of today.</summary>
    public BoardTable BuildToday() => new(
        "today", Say("Aujourd’hui, par suiveur", "Today, by coordinator"), null,
        [
            Say("Suiveur", "Coordinator"), Say("En retard", "Overdue"), Say("À faire aujourd’hui", "Due today"), Say("Réponses attendues", "Answers awaited"),
            Say("En cours", "Open"), Say("Capacité", "Capacity"), Say("Absence", "Absence"),
        ],
        [
            .. report.Staff.Select(s => new BoardTableRow(
                s.Id is null ? Say("Sans suiveur", "Without a coordinator") : visit.Name(s.Id),
                [
                    new(Number(s.Overdue), Day(s, "overdue")), new(Number(s.Due), Day(s, "today")), new(Number(s.Waiting), Day(s, "replies")),
                    s.Id is null ? new("–") : new(Number(s.Open), $"{ConsoleAddresses.Search}?coordinator={Key(s.Id)}"),
                    new(s.Id is null ? "–" : Number(s.Capacity)),
                    new(s.AbsentUntil is { } until ? Say($"absent jusqu’au {until.FormatShortDay(language)}", $"absent until {until.FormatShortDay(language)}") : "–"),
                ],
                s.Open, s.Capacity)),
        ]);

    BoardTable BuildPath()
    {
        (string Name, int Now, int Before, BoardFactFilter Filter)[] steps =
        [
            (Say("Déposés", "Posted"), now.Submitted, before.Submitted, Filter(BoardFactKind.Submitted)),
            (Say("Premier appel passé", "First call made"), now.FirstCalls.Count, before.FirstCalls.Count, Filter(BoardFactKind.FirstCall)),
            (Say("Client joint", "Client reached"), now.Attempts.Sum(), before.Attempts.Sum(), Filter(BoardFactKind.Reached)),
            (Say("Validés", "Validated"), now.Validation.Validated, before.Validation.Validated, Filter(BoardFactKind.ValidationEnded) with { Code = BoardCodes.Validated }),
            (Say("Concrétisés", "Won"), now.Won, before.Won, Filter(BoardFactKind.Closed) with { Code = BoardCodes.Won }),
        ];
        return new BoardTable(
            "path", Say("Le chemin des projets", "The path of projects"),
            Say("Ce qui a eu lieu dans la période, quel que soit le jour du dépôt.", "What took place in the period, whatever the day of posting."),
            CompareColumns(Say("Étape", "Step")), [.. steps.Select(s => Compare(s.Name, s.Now, s.Before, s.Filter))], BoardChart.Funnel);
    }

    BoardTable BuildDays() => new(
        "days", Say("Jour par jour", "Day by day"), null,
        [Say("Jour", "Day"), Say("Déposés", "Posted"), Say("Validés", "Validated"), Say("Concrétisés", "Won"), Say("Morts", "Dead")],
        [.. now.Days.Select(BuildDay)], BoardChart.Lines);

    BoardTableRow BuildDay(DayFigures day)
    {
        BoardFactFilter On(BoardFactKind kind, string? code = null) => new(kind, day.Day, day.Day, Code: code);
        return new BoardTableRow(
            day.Day.FormatShortDay(language),
            [
                Linked(day.Submitted, On(BoardFactKind.Submitted)), Linked(day.Validated, On(BoardFactKind.ValidationEnded, BoardCodes.Validated)),
                Linked(day.Won, On(BoardFactKind.Closed, BoardCodes.Won)), new(Number(day.Dead)),
            ],
            day.Submitted, day.Validated, day.Won, day.Dead);
    }

    BoardTable BuildFirstCalls()
    {
        var (calls, callsBefore) = (now.FirstCalls, before.FirstCalls);
        var all = Filter(BoardFactKind.FirstCall);
        return new BoardTable(
            "first-calls", Say("Délai du premier appel", "Time to the first call"),
            Population(
                calls.Count, "Temps ouvré entre le dépôt et le premier appel, sur les premiers appels de la période",
                "Working time from posting to the first call, over the first calls of the period"),
            CompareColumns(Say("Délai", "Time")),
            [
                new(Say("Médiane", "Median"), [new(Minutes(calls.MedianMinutes)), new(Minutes(callsBefore.MedianMinutes))]),
                new(Say("Neuf sur dix en moins de", "Nine of ten within"), [new(Minutes(calls.P90Minutes)), new(Minutes(callsBefore.P90Minutes))]),
                new(
                    Say("Dans l’heure ouvrée", "Within one working hour"),
                    [
                        new(Rate(calls.WithinHour, calls.Count), BoardAddress.List(all with { MaxValue = 60 })), new(Rate(callsBefore.WithinHour, callsBefore.Count)),
                    ]),
                Compare(Say("Après l’heure ouvrée", "After one working hour"), calls.Count - calls.WithinHour, callsBefore.Count - callsBefore.WithinHour, all with { MinValue = 61 }),
            ]);
    }

    BoardTable BuildAttempts() => new(
        "attempts", Say("Essais pour joindre le client", "Attempts to reach the client"),
        Population(now.Attempts.Sum(), "Clients joints pendant la validation, par numéro de l’essai", "Clients reached in validation, by the number of the attempt"),
        CompareColumns(Say("Essai", "Attempt")),
        [
            .. Enumerable.Range(1, Math.Max(now.Attempts.Length, before.Attempts.Length)).Select(number => Compare(
                Say(number == 1 ? "1er essai" : $"{number}e essai", $"Attempt {number}"), now.Attempts.ElementAtOrDefault(number - 1), before.Attempts.ElementAtOrDefault(number - 1),
                Filter(BoardFactKind.Reached) with { MinValue = number, MaxValue = number })),
        ],
        BoardChart.Bars);

    BoardTable BuildValidation()
    {
        var (ended, endedBefore) = (now.Validation, before.Validation);
        var all = Filter(BoardFactKind.ValidationEnded);
        return new BoardTable(
            "validation", Say("Validation", "Validation"),
            Population(ended.Ended, "Projets dont la validation s’est terminée dans la période", "Projects whose validation ended in the period"),
            CompareColumns(Say("Résultat", "Result")),
            [
                new(
                    Say("Client joint par téléphone", "Client reached by phone"),
                    [new(Rate(ended.Reached, ended.Ended), BoardAddress.List(all with { Step = BoardCodes.Reached })), new(Rate(endedBefore.Reached, endedBefore.Ended))],
                    ended.Reached, endedBefore.Reached),
                new(
                    Say("Validés", "Validated"),
                    [new(Rate(ended.Validated, ended.Ended), BoardAddress.List(all with { Code = BoardCodes.Validated })), new(Rate(endedBefore.Validated, endedBefore.Ended))],
                    ended.Validated, endedBefore.Validated),
                .. CompareCodes(ended.NotValidated, endedBefore.NotValidated, all),
            ],
            BoardChart.Bars);
    }

    BoardTable BuildOpen() => new(
        "open", Say("Âge des projets en cours", "Age of open projects"),
        Say("Aujourd’hui, jours depuis l’entrée dans l’étape.", "Today, days since the project entered the phase."),
        [
            Say("Étape", "Phase"), Say("Projets", "Projects"), Say("Médiane", "Median"), Say("7 jours ou moins", "7 days or less"), Say("8 à 30", "8 to 30"),
            Say("31 à 90", "31 to 90"), Say("91 à 365", "91 to 365"), Say("Plus d’un an", "Over a year"),
        ],
        [
            .. report.Open.Select(phase => new BoardTableRow(
                Say(BoardText.Code(phase.Phase)).Capitalize(language),
                [
                    new(Number(phase.Count), $"{ConsoleAddresses.Search}?phase={phase.Phase}"), new(Say($"{phase.MedianDays} j", $"{phase.MedianDays} d")),
                    .. phase.ByAge.Select(count => new BoardTableCell(Number(count))),
                ],
                phase.Count)),
        ]);

    BoardTable BuildClosed() => new(
        "closed", Say("Concrétisés et morts, par raison", "Won and dead, by reason"),
        Say(
            $"Montant connu de {Number(now.WonWithAmount)} projets concrétisés sur {Number(now.Won)} : {AmountText.Format(now.WonAmount, "EUR", language)} (avant : {AmountText.Format(before.WonAmount, "EUR", language)}).",
            $"Amount known for {Number(now.WonWithAmount)} of {Number(now.Won)} projects won: {AmountText.Format(now.WonAmount, "EUR", language)} (before: {AmountText.Format(before.WonAmount, "EUR", language)})."),
        CompareColumns(Say("Issue", "Outcome")),
        [
            Compare(Say("Concrétisé", "Won"), now.Won, before.Won, Filter(BoardFactKind.Closed) with { Code = BoardCodes.Won }),
            .. CompareCodes(now.Dead, before.Dead, Filter(BoardFactKind.Closed)),
        ],
        BoardChart.Bars);

    BoardTable BuildRelaunches() => new(
        "relaunches", Say("Réponses aux relances", "Answers to relaunches"),
        Population(
            now.Relaunches.Sum(r => r.Sent), "Relances parties dans la période (barre foncée), et celles qui ont eu une réponse depuis (barre claire)",
            "Relaunches of the period (dark bar), and those that have been answered since (light bar)"),
        [
            Say("Relance", "Relaunch"), Say("Parties", "Sent"), Say("Réponses", "Answers"), Say("Taux", "Rate"), Say("Taux avant", "Rate before"),
        ],
        [
            .. now.Relaunches.Select(r => new BoardTableRow(
                $"{Say(BoardText.Step(r.Step)).Capitalize(language)} {Say(BoardText.Code(r.Channel))}",
                [
                    Linked(r.Sent, Filter(BoardFactKind.Relaunch) with { Step = r.Step, Code = r.Channel }),
                    Linked(r.Answered, Filter(BoardFactKind.RelaunchAnswered) with { Step = r.Step, Code = r.Channel }),
                    new(Share(r.Answered, r.Sent)),
                    new(before.Relaunches.FirstOrDefault(b => (b.Step, b.Channel) == (r.Step, r.Channel)) is { } b ? Share(b.Answered, b.Sent) : "–"),
                ],
                r.Sent, r.Answered)),
        ],
        BoardChart.Bars);

    BoardTable BuildCalls()
    {
        int[] hours = [.. Enumerable.Range(8, 12).Union(now.Calls.Select(c => c.Hour)).Order()];
        return new BoardTable(
            "calls", Say("Appels par suiveur et par heure", "Calls by coordinator and hour"),
            Population(now.Calls.Sum(c => c.Made), "Appels passés, à l’heure de Paris", "Calls made, in the time of Paris"),
            [Say("Suiveur", "Coordinator"), .. hours.Select(hour => Say($"{hour} h", $"{hour:00}:00"))],
            [
                .. now.Calls.GroupBy(c => c.Coordinator).Select(own => new BoardTableRow(
                    visit.Name(own.Key),
                    [
                        .. hours.Select(hour => Linked(
                            own.FirstOrDefault(c => c.Hour == hour)?.Made ?? 0, Filter(BoardFactKind.Call) with { Coordinator = own.Key, Hour = hour })),
                    ],
                    [.. hours.Select(hour => (double)(own.FirstOrDefault(c => c.Hour == hour)?.Made ?? 0))])),
            ],
            BoardChart.HeatMap);
    }

    BoardTable BuildOverdue() => new(
        "overdue", Say("Appels tombés en retard", "Calls that fell overdue"), null, CompareColumns(Say("Suiveur", "Coordinator")),
        [
            .. now.Overdue.Keys.Union(before.Overdue.Keys).OrderBy(visit.Name, StringComparer.CurrentCulture).Select(id => Compare(
                id == ByManager ? Say("Sans suiveur", "Without a coordinator") : visit.Name(id), now.Overdue.GetValueOrDefault(id), before.Overdue.GetValueOrDefault(id),
                Filter(BoardFactKind.Overdue) with { Coordinator = id })),
        ],
        BoardChart.Bars);

    BoardTable BuildMailsRefused() => new(
        "mails-refused", Say("Mails refusés", "Emails refused"),
        Say("Clients à qui plus aucun mail ne part ; leurs relances deviennent des appels.", "Clients to whom no email leaves any more; their relaunches become calls."),
        CompareColumns(Say("Cause", "Cause")), [.. CompareCodes(now.MailsRefused, before.MailsRefused, Filter(BoardFactKind.MailRefused))], BoardChart.Bars);

    /// <summary>Breaches of the charter first, each named as one.</summary>
    BoardTable BuildRefusals()
    {
        var (counts, countsBefore) = (CountRefusals(report.Audit), CountRefusals(report.AuditBefore));
        var address = $"{ConsoleAddresses.Audit}?category={Kebab.Case(AuditCategory.Refusals)}&from={BoardAddress.Format(report.Period.From)}&to={BoardAddress.Format(report.Period.To)}";
        return new BoardTable(
            "refusals", Say("Refus", "Refusals"),
            Say("Ce que le service a refusé, d’après le journal. La charte d’abord.", "What the department refused, by the audit log. The charter first."),
            [Say("Refus", "Refusal"), Say("Charte", "Charter"), Say("Période", "Period"), Say("Avant", "Before")],
            [
                .. counts.Keys.Union(countsBefore.Keys).OrderByDescending(IsCharter).ThenByDescending(counts.GetValueOrDefault).ThenBy(code => code, StringComparer.Ordinal)
                    .Select(code => new BoardTableRow(
                        Say(AuditText.Result(code)).Capitalize(language),
                        [
                            new(IsCharter(code) ? Say("oui", "yes") : "–"), new(Number(counts.GetValueOrDefault(code)), address), new(Number(countsBefore.GetValueOrDefault(code))),
                        ],
                        counts.GetValueOrDefault(code), countsBefore.GetValueOrDefault(code))),
            ],
            BoardChart.Bars);
    }

    static Dictionary<string, int> CountRefusals(ImmutableArray<AuditCount> counts) =>
        counts.Where(c => AuditText.IsRefusal(c.Role, c.What, c.Code)).GroupBy(c => c.Code).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));

    static bool IsCharter(string code) =>
        code == Refusals.ProviderInactive.Code || code == Refusals.NoInterestShown.Code || code == Refusals.SalesDoNotFollowUp.Code;
}
