using FollowUp.Application.Privacy;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Clients;

/// <summary>The rights of a person under the GDPR: access (article 15) and erasure (article 17).</summary>
static class ClientEndpoints
{
    public static async Task<IResult> Export(string id, HttpContext http, ClientExportQuery query)
    {
        var language = http.GetLanguage();
        return await query.Export(id, language, http.RequestAborted) is { } export
            ? TypedResults.Ok(export)
            : Problem.UnknownClient(language);
    }

    public static async Task<IResult> Erase(string id, HttpContext http, PersonEraser eraser)
    {
        var language = http.GetLanguage();
        return await eraser.Erase(id, Actor.Website, http.RequestAborted) switch
        {
            null => Problem.UnknownClient(language),
            { Verified: false } => Problem.ErasureIncomplete(language),
            var done => TypedResults.Ok(done),
        };
    }
}
