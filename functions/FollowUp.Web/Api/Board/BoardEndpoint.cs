using System.Collections.Immutable;
using FollowUp.Application.Board;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Console.Audit;
using FollowUp.Web.Console.Board;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.People;
using Microsoft.AspNetCore.Http;
using NodaTime.Extensions;

namespace FollowUp.Web.Api.Board;

/// <summary><c>GET /api/board?from=&amp;to=</c>: the figures of the board, for managers.</summary>
static class BoardEndpoint
{
    static readonly LocalizedText MustBeDay = new("est un jour comme 2026-11-23", "is a day as 2026-11-23");

    static readonly LocalizedText MustFollow = new(
        "est un jour comme 2026-11-23, au plus tôt le premier, et 366 jours au plus", "is a day as 2026-11-23, not before the first, and at most 366 days");

    public static async Task<IResult> Handle(
        HttpContext http, string? from, string? to, StaffGate gate, BoardQuery board, WorkingCalendar calendar, TimeProvider time)
    {
        if (await gate.RequireManager(ApiCaller.Of(http).Actor, "read-board", http.RequestAborted) is { } refusal)
        {
            return Problem.Of(refusal, http.GetLanguage());
        }

        var (period, wrong) = BoardRequest.ReadPeriod(from, to, calendar.DateOf(time.GetCurrentInstant()));
        if (wrong is not null)
        {
            return Problem.Invalid(wrong, wrong == "from" ? MustBeDay : MustFollow, http.GetLanguage());
        }

        var report = await board.Read(period, http.RequestAborted);
        return TypedResults.Ok(new BoardResponse(
            period.From, period.To, report.IsComplete, report.Figures, report.Before, report.Staff, report.Open, CountRefusals(report.Audit), CountRefusals(report.AuditBefore)));
    }

    static ImmutableSortedDictionary<string, int> CountRefusals(ImmutableArray<AuditCount> counts) =>
        counts.Where(c => AuditText.IsRefusal(c.Role, c.What, c.Code)).GroupBy(c => c.Code)
            .ToImmutableSortedDictionary(g => g.Key, g => g.Sum(c => c.Count), StringComparer.Ordinal);
}
