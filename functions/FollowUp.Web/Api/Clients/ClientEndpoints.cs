using FollowUp.Application.Privacy;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Api.Responses;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Clients;

/// <summary>A person's own rights: to see what is held on them, and to be forgotten.</summary>
static class ClientEndpoints
{
    public static async Task<IResult> Export(string id, HttpContext http, ClientExportQuery file)
    {
        var language = http.GetApiLanguage();
        return await file.Export(id, language, http.RequestAborted) is { } export
            ? TypedResults.Ok(export)
            : Problem.UnknownClient(language);
    }

    public static async Task<IResult> Erase(string id, HttpContext http, PersonEraser erasure)
    {
        var language = http.GetApiLanguage();
        return await erasure.Erase(id, Actor.Website, http.RequestAborted) switch
        {
            null => Problem.UnknownClient(language),
            { Verified: false } => Problem.ErasureIncomplete(language),
            var done => TypedResults.Ok(done),
        };
    }
}
