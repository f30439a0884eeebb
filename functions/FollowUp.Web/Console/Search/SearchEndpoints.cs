using System.Globalization;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.StandardPages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web.Console.Search;

/// <summary>Search, its export and the saved views.</summary>
static class SearchEndpoints
{
    public static void Map(IEndpointRouteBuilder console)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        console.MapMethods("/search", reading, Show);
        console.MapPost("/search", Find);
        console.MapGet("/search.csv", Export);
        console.MapPost("/search/views", SaveView);
    }

    /// <summary>A search is posted and remembered in a cookie, so that its text stays out of addresses and their logs.</summary>
    static async Task<IResult> Find(HttpContext context, ConsoleVisitFactory visits, RecentSearches searches, IDirectory directory)
    {
        if (await visits.Create(context) is not { } visit)
        {
            return ConsoleResults.SignIn();
        }

        var form = await context.ReadPostedForm();
        if (!form.HasValidToken)
        {
            return Results.Extensions.SeeOther(ConsoleAddresses.Search);
        }

        var filter = SearchFilter.Read(name => form[name], visit, await directory.AllProviders(context.RequestAborted));
        var address = SearchAddress.Format(searches.Remember(context, form["q"]), filter);
        return Results.Extensions.SeeOther(filter.DateError is { } bad
            ? AddParameter(address, "from", bad[..Math.Min(bad.Length, 20)])
            : address);
    }

    static async Task<IResult> Show(
        HttpContext context, ConsoleVisitFactory visits, SearchPageQuery pages, RecentSearches searches, SearchGate gate, IDirectory directory, string? q, string? s,
        string? after, string? page)
    {
        if (await visits.Create(context) is not { } visit)
        {
            return ConsoleResults.SignIn();
        }

        var name = string.IsNullOrEmpty(q) ? s : searches.Remember(context, q);
        var text = ReadText(context, searches, q, s);
        if (!await MayFind(text, visit, gate, context))
        {
            return TooManySearches(visit);
        }

        var providers = await directory.AllProviders(context.RequestAborted);
        var filter = SearchFilter.Read(context.Request.Query, visit, providers);
        return PageResult.Create<SearchPage>(
            visit.Language,
            await pages.Find(visit, text, name, filter, providers, after, ReadPage(page), context.RequestAborted));
    }

    /// <summary>An export of clients' data is written to the audit log.</summary>
    static async Task<IResult> Export(
        HttpContext context, ConsoleVisitFactory visits, SearchPageQuery pages, RecentSearches searches, SearchGate gate, IDirectory directory, IAuditLog audit, string? q,
        string? s)
    {
        if (await visits.Create(context) is not { } visit)
        {
            return ConsoleResults.SignIn();
        }

        var text = ReadText(context, searches, q, s);
        if (!await MayFind(text, visit, gate, context))
        {
            return TooManySearches(visit);
        }

        var providers = await directory.AllProviders(context.RequestAborted);
        var filter = SearchFilter.Read(context.Request.Query, visit, providers);
        var rows = await pages.FindAll(visit, text, filter, providers, context.RequestAborted);
        await audit.Write(
            new AuditEntry(visit.Days.Now, null, Kebab.Case(visit.Actor.Role), visit.Actor.Id, "export-list", rows.Count.ToString(CultureInfo.InvariantCulture)),
            context.RequestAborted);
        var day = FormMessages.DayPattern.Format(visit.Days.Today);
        return Results.File(new ProjectCsv(visit.WithProviderNames(providers)).Write(rows.Rows), "text/csv; charset=utf-8", $"projets-{day}.csv");
    }

    /// <summary>A view that is not saved shows the list again, with the reason and the name as it was typed.</summary>
    static async Task<IResult> SaveView(HttpContext context, ConsoleVisitFactory visits, SearchPageQuery pages, SavedViews views, IDirectory directory)
    {
        if (await visits.Create(context) is not { } visit)
        {
            return ConsoleResults.SignIn();
        }

        var form = await context.ReadPostedForm();
        var (cancellation, name) = (context.RequestAborted, form["name"].Trim());
        var providers = await directory.AllProviders(cancellation);
        var filter = SearchFilter.Read(field => form[field], visit, providers);
        LocalizedText? error = null;
        if (!form.HasValidToken)
        {
            error = FormMessages.PageExpired;
        }
        else if (form["remove"] is { Length: > 0 and < 40 } id)
        {
            await views.Remove(visit.Staff, id, cancellation);
        }
        else
        {
            error = GetNameError(name) ?? (await views.Save(visit.Staff, name, SearchAddress.FormatView(filter), cancellation) ? null : TooManyViews);
        }

        if (error is not null)
        {
            var page = await pages.Find(visit, null, null, filter, providers, null, 1, cancellation);
            return PageResult.Create<SearchPage>(visit.Language, page with { ViewName = name, ViewError = error }, StatusCodes.Status409Conflict);
        }

        return Results.Extensions.SeeOther(SearchAddress.Format(null, filter));
    }

    static LocalizedText? GetNameError(string name) =>
        name.Length is > 0 and <= SavedViews.MaxNameLength && !name.Any(char.IsControl) ? null : new LocalizedText(
            $"Le nom de la vue a de 1 à {SavedViews.MaxNameLength} caractères, sur une ligne.",
            $"The name of the view must have 1 to {SavedViews.MaxNameLength} characters, on one line.");

    static LocalizedText TooManyViews => new(
        $"Vous avez déjà {SavedViews.MaxViews} vues : supprimez-en une, puis enregistrez celle-ci.",
        $"You have {SavedViews.MaxViews} views already: delete one, then save this one.");

    static async ValueTask<bool> MayFind(string? text, ConsoleVisit visit, SearchGate gate, HttpContext context) =>
        string.IsNullOrWhiteSpace(text) || await gate.TryPass(visit, context.RequestAborted);

    static IResult TooManySearches(ConsoleVisit visit) => PageResult.Create<TooManyRequestsPage>(visit.Language, status: StatusCodes.Status429TooManyRequests);

    static string? ReadText(HttpContext context, RecentSearches searches, string? q, string? s) =>
        string.IsNullOrEmpty(q) ? searches.Find(context, s) : q[..Math.Min(q.Length, 200)];

    static int ReadPage(string? page) => int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 1 and < 1000 ? number : 1;

    static string AddParameter(string address, string name, string value) =>
        $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}";
}
