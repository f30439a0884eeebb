using FollowUp.Application.Privacy;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Clients;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Console.Persons;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.People;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Persons;

/// <summary><c>/api/persons</c> for managers: search, export and erasure of a client. A search is posted, so that names stay out of addresses and logs.</summary>
static class ManagerPersonEndpoints
{
    public static async Task<IResult> Search(HttpContext http, SearchPersonsRequest request, StaffGate gate, PersonRowsQuery rows)
    {
        var (language, cancellation, actor) = (http.GetLanguage(), http.RequestAborted, ApiCaller.Of(http).Actor);
        if (await gate.RequireManager(actor, "list-persons", cancellation) is { } refusal)
        {
            return Problem.Of(refusal, language);
        }

        var (found, _) = await rows.Find(request.Text!.Trim(), cancellation);
        await gate.Record(actor, "list-persons", cancellation);
        return TypedResults.Ok(found.Select(row => new FoundPersonResponse(row.Client, row.Name, row.Email, row.Phone, row.Projects, row.LastSignOfLife)).ToArray());
    }

    public static async Task<IResult> Export(string id, HttpContext http, StaffGate gate, ClientExportQuery query)
    {
        var (language, cancellation, actor) = (http.GetLanguage(), http.RequestAborted, ApiCaller.Of(http).Actor);
        if (await gate.RequireManager(actor, "export-client", cancellation) is { } refusal)
        {
            return Problem.Of(refusal, language);
        }

        if (await query.Export(id, language, cancellation) is not { } export)
        {
            return Problem.UnknownClient(language);
        }

        await gate.Record(actor, "export-client", cancellation);
        return TypedResults.Ok(export);
    }

    public static async Task<IResult> Erase(string id, HttpContext http, StaffGate gate, PersonEraser eraser)
    {
        var (language, cancellation, actor) = (http.GetLanguage(), http.RequestAborted, ApiCaller.Of(http).Actor);
        if (await gate.RequireManager(actor, "erase-client", cancellation) is { } refusal)
        {
            return Problem.Of(refusal, language);
        }

        if (await eraser.Erase(id, actor, cancellation) is not { } erased)
        {
            return Problem.UnknownClient(language);
        }

        await gate.Write(actor, "erase-client", erased.Verified ? "done" : "failed", cancellation);
        return erased.Verified ? TypedResults.Ok(erased) : Problem.ErasureIncomplete(language);
    }
}
