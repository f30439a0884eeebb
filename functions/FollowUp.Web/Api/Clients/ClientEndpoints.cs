using FollowUp.Application.Privacy;
using FollowUp.Domain.Permissions;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.People;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Clients;

/// <summary>The rights of a person under the GDPR: access (article 15) and erasure (article 17).</summary>
static class ClientEndpoints
{
    public static async Task<IResult> Export(string id, HttpContext http, ClientExportQuery query, StaffGate gate)
    {
        var language = http.GetLanguage();
        if (await query.Export(id, language, http.RequestAborted) is not { } export)
        {
            return Problem.UnknownClient(language);
        }

        await gate.Record(Actor.Website, "export-client", http.RequestAborted);
        return TypedResults.Ok(export);
    }

    public static async Task<IResult> Erase(string id, HttpContext http, PersonEraser eraser, StaffGate gate)
    {
        var language = http.GetLanguage();
        if (await eraser.Erase(id, Actor.Website, http.RequestAborted) is not { } erased)
        {
            return Problem.UnknownClient(language);
        }

        await gate.Write(Actor.Website, "erase-client", erased.Verified ? "done" : "failed", http.RequestAborted);
        return erased.Verified ? TypedResults.Ok(new ClientErasureResponse(erased.Client, erased.Projects, erased.Verified)) : Problem.ErasureIncomplete(language);
    }
}
