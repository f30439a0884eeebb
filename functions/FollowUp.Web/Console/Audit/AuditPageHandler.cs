using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.People;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console.Audit;

/// <summary>The page <c>/desk/audit</c> and its export, for managers.</summary>
sealed class AuditPageHandler(StaffGate gate, IAuditLog audit)
{
    public const int PageLength = 100;

    /// <summary>Bounds a reading: the newest entries, of one project where one is asked for.</summary>
    const int MaxEntries = 50_000;

    public async Task<IResult> Show(ConsoleVisit visit, HttpContext context)
    {
        if (await gate.RequireManager(visit.Actor, "read-audit", context.RequestAborted) is { } refusal)
        {
            return ConsoleResults.Refuse(visit, refusal);
        }

        var filter = AuditFilter.Parse(context.Request.Query, visit);
        var (entries, isCut) = await Find(filter, visit, context.RequestAborted);
        return PageResult.Create<AuditPage>(visit.Language, new AuditPageViewModel(
            visit, filter, [.. entries.Skip(filter.Page * PageLength).Take(PageLength)], entries.Length, isCut)
        {
            FilterError = AuditFilter.FindError(context.Request.Query),
        });
    }

    public async Task<IResult> Export(ConsoleVisit visit, HttpContext context)
    {
        if (await gate.RequireManager(visit.Actor, "export-audit", context.RequestAborted) is { } refusal)
        {
            return ConsoleResults.Refuse(visit, refusal);
        }

        var (entries, _) = await Find(AuditFilter.Parse(context.Request.Query, visit), visit, context.RequestAborted);
        await gate.Record(visit.Actor, "export-audit", context.RequestAborted);
        return Results.File(AuditCsv.Write(entries, visit), "text/csv; charset=utf-8", "audit.csv");
    }

    async Task<(ImmutableArray<AuditEntry> Entries, bool IsCut)> Find(AuditFilter filter, ConsoleVisit visit, CancellationToken cancellation)
    {
        var entries = await audit.Read(filter.Project, MaxEntries, cancellation);
        return ([.. entries.Where(entry => filter.Includes(entry, visit.Days.Calendar))], entries.Length == MaxEntries);
    }
}
