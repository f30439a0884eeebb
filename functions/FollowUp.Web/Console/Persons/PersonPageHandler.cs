using System.Collections.Immutable;
using System.Text.Json;
using FollowUp.Application.Persons;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Text;
using FollowUp.Web.Api;
using FollowUp.Web.Api.Clients;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.People;
using FollowUp.Web.Shared.StandardPages;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console.Persons;

/// <summary>The pages under <c>/desk/persons</c>, for managers: search, what is held on a person and why, export, erasure. Each is audited.</summary>
sealed class PersonPageHandler(StaffGate gate, PersonRowsQuery rows, ClientExportQuery exports, PersonLoader persons, PersonEraser eraser)
{
    const int MaxTextLength = 200;

    static readonly JsonSerializerOptions Json = new(ApiJsonOptions.Options) { WriteIndented = true };

    static readonly LocalizedText WhatToFind = new(
        $"Indiquez ce qu’il faut chercher, en {MaxTextLength} caractères au plus.", $"Give what to search for, in at most {MaxTextLength} characters.");

    static readonly LocalizedText RepeatClient = new(
        "Recopiez le numéro de client pour confirmer : l’effacement ne peut pas être annulé.", "Repeat the client’s id to confirm: an erasure cannot be undone.");

    public async Task<IResult> ShowSearch(ConsoleVisit visit, HttpContext context) =>
        await gate.RequireManager(visit.Actor, "list-persons", context.RequestAborted) is { } refusal ? ConsoleResults.Refuse(visit, refusal)
        : PageResult.Create<PersonSearchPage>(visit.Language, new PersonSearchViewModel(visit, null, [], false));

    public async Task<IResult> Search(ConsoleVisit visit, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (await gate.RequireManager(visit.Actor, "list-persons", cancellation) is { } refusal)
        {
            return ConsoleResults.Refuse(visit, refusal);
        }

        var form = await context.ReadPostedForm();
        var text = form["text"].Trim();
        if (!form.HasValidToken || text.Length is 0 or > MaxTextLength)
        {
            var echo = form.HasValidToken
                ? FormEcho.WithErrors(form.Values, ImmutableDictionary<string, LocalizedText>.Empty.Add("text", WhatToFind))
                : FormEcho.Refused(FormMessages.PageExpired, form.Values);
            return PageResult.Create<PersonSearchPage>(
                visit.Language, new PersonSearchViewModel(visit, null, [], false) { Echo = echo }, StatusCodes.Status400BadRequest);
        }

        var (found, isCut) = await rows.Find(text, cancellation);
        await gate.Record(visit.Actor, "list-persons", cancellation);
        return PageResult.Create<PersonSearchPage>(visit.Language, new PersonSearchViewModel(visit, text, found, isCut));
    }

    public async Task<IResult> Show(string client, ConsoleVisit visit, HttpContext context)
    {
        if (await gate.RequireManager(visit.Actor, "read-person", context.RequestAborted) is { } refusal)
        {
            return ConsoleResults.Refuse(visit, refusal);
        }

        if (await Load(client, visit, context.RequestAborted) is not { } page)
        {
            return NotFound(visit);
        }

        await gate.Record(visit.Actor, "read-person", context.RequestAborted);
        return PageResult.Create<PersonPage>(visit.Language, page);
    }

    public async Task<IResult> ShowExport(string client, ConsoleVisit visit, HttpContext context) =>
        await LoadForExport(client, visit, context) is var (page, other) && page is null
            ? other!
            : PageResult.Create<PersonExportPage>(visit.Language, page);

    public async Task<IResult> Download(string client, ConsoleVisit visit, HttpContext context) =>
        await LoadForExport(client, visit, context) is var (page, other) && page is null
            ? other!
            : Results.File(JsonSerializer.SerializeToUtf8Bytes(page.Export, Json), "application/json", $"{client}.json");

    /// <summary>Erases all clients of the website who are this person.</summary>
    public async Task<IResult> Erase(string client, ConsoleVisit visit, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (await gate.RequireManager(visit.Actor, "erase-client", cancellation) is { } refusal)
        {
            return ConsoleResults.Refuse(visit, refusal);
        }

        var form = await context.ReadPostedForm();
        if (await Load(client, visit, cancellation) is not { } page)
        {
            return NotFound(visit);
        }

        if (!form.HasValidToken)
        {
            return ShowPage(page with { Echo = FormEcho.Refused(FormMessages.PageExpired, form.Values) }, StatusCodes.Status400BadRequest);
        }

        if (form["client"].Trim() != client)
        {
            var errors = ImmutableDictionary<string, LocalizedText>.Empty.Add("client", RepeatClient);
            return ShowPage(page with { Echo = FormEcho.WithErrors(form.Values, errors) }, StatusCodes.Status400BadRequest);
        }

        var reports = ImmutableArray.CreateBuilder<ErasureResult>();
        foreach (var id in page.Clients)
        {
            if (await eraser.Erase(id, visit.Actor, cancellation) is { } report)
            {
                reports.Add(report);
                await gate.Write(visit.Actor, "erase-client", report.Verified ? "done" : "failed", cancellation);
            }
        }

        return ShowPage((await Load(client, visit, cancellation) ?? page with { Export = page.Export with { Complaints = [] } }) with { Reports = reports.ToImmutable() });
    }

    async Task<(PersonViewModel? Page, IResult? Other)> LoadForExport(string client, ConsoleVisit visit, HttpContext context)
    {
        if (await gate.RequireManager(visit.Actor, "export-client", context.RequestAborted) is { } refusal)
        {
            return (null, ConsoleResults.Refuse(visit, refusal));
        }

        if (await Load(client, visit, context.RequestAborted) is not { } page)
        {
            return (null, NotFound(visit));
        }

        await gate.Record(visit.Actor, "export-client", context.RequestAborted);
        return (page, null);
    }

    async Task<PersonViewModel?> Load(string client, ConsoleVisit visit, CancellationToken cancellation)
    {
        if (await exports.Export(client, visit.Language, cancellation) is not { } export)
        {
            return null;
        }

        var person = await persons.Load(client, cancellation);
        return new PersonViewModel(visit, export, [.. person.Clients.Prepend(client).Distinct(StringComparer.Ordinal)], person.ErasedAt);
    }

    static IResult ShowPage(PersonViewModel page, int status = StatusCodes.Status200OK) => PageResult.Create<PersonPage>(page.Visit.Language, page, status);

    static IResult NotFound(ConsoleVisit visit) => PageResult.Create<NotFoundPage>(visit.Language, status: StatusCodes.Status404NotFound);
}
