using System.Globalization;
using FollowUp.Application.Board;
using FollowUp.Application.Serialization;
using FollowUp.Web.Shared.FormInput;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace FollowUp.Web.Console.Board;

/// <summary>Addresses of the board. A staff member is named by their key.</summary>
static class BoardAddress
{
    public const string Board = "/desk/board";

    public const string Projects = $"{Board}/projects";

    public static string Of(BoardPeriod period) => $"{Board}{Query(("from", Format(period.From)), ("to", Format(period.To)))}";

    public static string Export(string table, BoardPeriod period) =>
        $"{Board}/export{Query(("figure", table), ("from", Format(period.From)), ("to", Format(period.To)))}";

    /// <summary>The list of the projects that a figure counts.</summary>
    /// <param name="staffKey">The key of <see cref="BoardFactFilter.Coordinator"/>.</param>
    /// <param name="page">From 0.</param>
    public static string List(BoardFactFilter filter, string? staffKey = null, int page = 0) => Projects + Query(
        ("figure", Kebab.Case(filter.Kind)), ("from", Format(filter.From)), ("to", Format(filter.To)), ("person", staffKey), ("step", filter.Step),
        ("code", filter.Code), ("hour", filter.Hour?.ToString(CultureInfo.InvariantCulture)), ("min", filter.MinValue?.ToString(CultureInfo.InvariantCulture)),
        ("max", filter.MaxValue?.ToString(CultureInfo.InvariantCulture)), ("page", page == 0 ? null : page.ToString(CultureInfo.InvariantCulture)));

    public static string Format(LocalDate day) => FormMessages.DayPattern.Format(day);

    static string Query(params (string Name, string? Value)[] parameters) =>
        QueryString.Create(parameters.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value))).ToString();
}
