using System.Globalization;
using FollowUp.Application.Board;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.People;
using FollowUp.Web.Shared.StandardPages;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console.Board;

/// <summary>The page <c>/desk/board</c>, the projects behind a figure, and the export of a figure, for managers.</summary>
sealed class BoardPageHandler(StaffGate gate, BoardQuery board, IBoardStore facts, IProjectStore store)
{
    public const int PageLength = 50;

    const string Read = "read-board";

    public async Task<IResult> Show(ConsoleVisit visit, HttpContext context)
    {
        if (await gate.RequireManager(visit.Actor, Read, context.RequestAborted) is { } refusal)
        {
            return ConsoleResults.Refuse(visit, refusal);
        }

        var report = await board.Read(BoardRequest.ReadPeriod(context.Request.Query, visit.Days.Today), context.RequestAborted);
        var tables = new BoardTables(report, visit);
        return PageResult.Create<BoardPage>(visit.Language, new BoardPageViewModel(visit, report, tables.BuildToday(), tables.Build())
        {
            PeriodError = BoardRequest.FindError(context.Request.Query, visit.Days.Today),
        });
    }

    public async Task<IResult> Export(ConsoleVisit visit, HttpContext context)
    {
        if (await gate.RequireManager(visit.Actor, "export-board", context.RequestAborted) is { } refusal)
        {
            return ConsoleResults.Refuse(visit, refusal);
        }

        var tables = new BoardTables(await board.Read(BoardRequest.ReadPeriod(context.Request.Query, visit.Days.Today), context.RequestAborted), visit);
        var key = context.Request.Query["figure"].ToString();
        if (tables.Build().Insert(0, tables.BuildToday()).FirstOrDefault(table => table.Key == key) is not { } table)
        {
            return NotFound(visit);
        }

        await gate.Record(visit.Actor, "export-board", context.RequestAborted);
        var csv = new SpreadsheetCsv();
        csv.AddLine(table.Columns);
        foreach (var row in table.Rows)
        {
            csv.AddLine([row.Name, .. row.Cells.Select(cell => cell.Text)]);
        }

        return Results.File(csv.ToBytes(), "text/csv; charset=utf-8", $"board-{table.Key}.csv");
    }

    public async Task<IResult> List(ConsoleVisit visit, HttpContext context)
    {
        var (query, cancellation) = (context.Request.Query, context.RequestAborted);
        if (await gate.RequireManager(visit.Actor, Read, cancellation) is { } refusal)
        {
            return ConsoleResults.Refuse(visit, refusal);
        }

        if (!Kebab.TryParse<BoardFactKind>(query["figure"], out var kind))
        {
            return NotFound(visit);
        }

        var period = BoardRequest.ReadPeriod(query, visit.Days.Today);
        var staff = visit.AllStaff.FindByKey(query["person"]);
        var filter = new BoardFactFilter(
            kind, period.From, period.To, staff?.Id, Text("step"), Text("code"), (int?)Number("hour"), Number("min"), Number("max"));
        var page = (int)Math.Clamp(Number("page") ?? 0, 0, 10_000);
        var found = await facts.FindProjects(filter, page * PageLength, PageLength + 1, cancellation);
        var rows = await Task.WhenAll(found.Take(PageLength).Select(async project => await Load(project, cancellation)));
        return PageResult.Create<BoardProjectsPage>(
            visit.Language, new BoardProjectsViewModel(visit, filter, staff?.Key(), period, [.. rows.OfType<BoardProjectRow>()], page, found.Length > PageLength));

        string? Text(string name) => query[name].ToString() is { Length: > 0 and <= 64 } text ? text : null;

        long? Number(string name) => long.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    async Task<BoardProjectRow?> Load(BoardProject found, CancellationToken cancellation)
    {
        var dossier = store.LoadDossier(found.Id, cancellation).AsTask();
        return await store.Load(found.Id, cancellation) is { } stored ? new BoardProjectRow(stored.Project, await dossier, found.Day) : null;
    }

    static IResult NotFound(ConsoleVisit visit) => PageResult.Create<NotFoundPage>(visit.Language, status: StatusCodes.Status404NotFound);
}
