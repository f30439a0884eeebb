using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.People;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Staffing;

/// <summary>The rights of staff and providers over their data (GDPR, articles 15 and 17): managers act for staff, the website for providers.</summary>
static class PersonRightsEndpoints
{
    public static async Task<IResult> ExportStaff(string email, HttpContext http, StaffGate gate, DirectoryExportQuery query)
    {
        var (language, cancellation, actor) = (http.GetLanguage(), http.RequestAborted, ApiCaller.Of(http).Actor);
        if (await gate.RequireManager(actor, "export-staff", cancellation) is { } refusal)
        {
            return Problem.Of(refusal, language);
        }

        if (await query.ExportStaff(StaffId.Normalize(email), cancellation) is not { } export)
        {
            return Problem.UnknownStaff(language);
        }

        await gate.Record(actor, "export-staff", cancellation);
        return TypedResults.Ok(export);
    }

    public static async Task<IResult> EraseStaff(string email, HttpContext http, StaffGate gate, DirectoryEraser eraser, IDirectory directory)
    {
        var (language, cancellation, actor) = (http.GetLanguage(), http.RequestAborted, ApiCaller.Of(http).Actor);
        if (await gate.RequireManager(actor, "erase-staff", cancellation) is { } refusal)
        {
            return Problem.Of(refusal, language);
        }

        var id = StaffId.Normalize(email);
        if (await directory.FindStaff(id, cancellation) is not null)
        {
            return Problem.Of(StaffRefusals.StillStaff, language);
        }

        switch (await eraser.EraseStaff(id, cancellation))
        {
            case null:
                return Problem.UnknownStaff(language);
            case { Verified: false }:
                return Problem.ErasureIncomplete(language);
            case var done:
                await gate.Record(actor, "erase-staff", cancellation);
                return TypedResults.Ok(done);
        }
    }

    public static async Task<IResult> ExportProvider(string id, HttpContext http, DirectoryExportQuery query) =>
        await query.ExportProvider(id, http.RequestAborted) is { } export ? TypedResults.Ok(export) : Problem.UnknownProvider(http.GetLanguage());

    public static async Task<IResult> EraseProvider(string id, HttpContext http, DirectoryEraser eraser) =>
        await eraser.EraseProvider(id, http.RequestAborted) switch
        {
            null => Problem.UnknownProvider(http.GetLanguage()),
            { Verified: false } => Problem.ErasureIncomplete(http.GetLanguage()),
            var done => TypedResults.Ok(done),
        };
}
