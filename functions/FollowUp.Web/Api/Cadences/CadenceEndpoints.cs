using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Application.Cadences;
using FollowUp.Application.Ports;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.People;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FollowUp.Web.Api.Cadences;

/// <summary><c>/api/cadence</c>: managers read the cadence, its versions, and save the next one.</summary>
static class CadenceEndpoints
{
    const int MaxReasonLength = 500;

    static readonly LocalizedText MustBeText = new("est un texte de 500 caractères au plus", "is a text of 500 characters at most");

    /// <summary>The newest document, with its version as the ETag.</summary>
    public static async Task<IResult> Get(HttpContext http, StaffGate gate, IDirectory directory)
    {
        if (await gate.RequireManager(ApiCaller.Of(http).Actor, "read-cadence", http.RequestAborted) is { } refusal)
        {
            return Problem.Of(refusal, http.GetLanguage());
        }

        return Answer((await directory.CadenceRevisions(http.RequestAborted))[^1].Cadence, http);
    }

    /// <summary>All versions, oldest first: when, by whom, why, and what each changed.</summary>
    public static async Task<IResult> List(HttpContext http, StaffGate gate, IDirectory directory)
    {
        var language = http.GetLanguage();
        if (await gate.RequireManager(ApiCaller.Of(http).Actor, "read-cadence", http.RequestAborted) is { } refusal)
        {
            return Problem.Of(refusal, language);
        }

        var revisions = await directory.CadenceRevisions(http.RequestAborted);
        return TypedResults.Ok(revisions.Zip(revisions.Select(r => r.Cadence).Prepend(null), (revision, before) => new CadenceVersionResponse(
            revision.Cadence.Version, revision.At, revision.By, revision.Reason,
            before is null ? [] : [.. CadenceComparison.Compare(before, revision.Cadence).Select(d => new CadenceDifferenceResponse(d.Path, d.Sentence.In(language)))],
            JsonSerializer.Deserialize<JsonElement>(CadenceDocument.Format(revision.Cadence)))).ToArray());
    }

    /// <summary>
    /// Saves a document as the next version. Its <c>version</c> is that of the document that it was made from, or the next. It may hold a <c>reason</c>.
    /// </summary>
    public static async Task<IResult> Put(JsonElement document, HttpContext http, StaffGate gate, CadenceAdministration administration)
    {
        var (language, cancellation, actor) = (http.GetLanguage(), http.RequestAborted, ApiCaller.Of(http).Actor);
        if (await gate.RequireManager(actor, "put-cadence", cancellation) is { } refusal)
        {
            return Problem.Of(refusal, language);
        }

        var (json, reason, isReasonValid) = TakeReason(document);
        var parsed = CadenceDocument.Parse(json);
        var failures = parsed.Problems.Select(p => FieldErrors.Create(p.Path.Length == 0 ? FieldErrors.Body : p.Path, p.Rule)).ToList();
        if (!isReasonValid) failures.Add(FieldErrors.Create("reason", MustBeText));
        if (failures.Count > 0)
        {
            return Problem.Invalid(failures, language);
        }

        var (cadence, ifMatch) = (parsed.Cadence!, IfMatchHeader.ReadVersion(http.Request));
        switch (await administration.Save(cadence, MayFollow, actor.Id, reason, cancellation))
        {
            case CadenceChange.Saved { Revision: var saved }:
                await gate.Record(actor, "put-cadence", cancellation);
                return Answer(saved.Cadence, http);
            case CadenceChange.Unchanged { Current: var same }:
                return Answer(same.Cadence, http);
            case CadenceChange.Outdated { Current: var other }:
                return Problem.CadenceChanged(other.Cadence.Version, ifMatch is not null, language);
            default:
                throw new UnreachableException("No answer for this change of the cadence.");
        }

        bool MayFollow(int current) => ifMatch is { } expected ? expected == current : cadence.Version == current || cadence.Version == current + 1;
    }

    /// <summary>Takes the member that the document itself does not have.</summary>
    static (string Json, string? Reason, bool IsValid) TakeReason(JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Object || !document.TryGetProperty("reason", out var given))
        {
            return (document.GetRawText(), null, true);
        }

        var rest = JsonObject.Create(document)!;
        rest.Remove("reason");
        var reason = given.ValueKind == JsonValueKind.String ? NormalizedText.MultiLineOrNull(given.GetString()) : null;
        return (rest.ToJsonString(), reason, given.ValueKind is JsonValueKind.String or JsonValueKind.Null && reason is not { Length: > MaxReasonLength });
    }

    static ContentHttpResult Answer(Cadence cadence, HttpContext http)
    {
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{cadence.Version}\"");
        return TypedResults.Text(CadenceDocument.Format(cadence), "application/json");
    }
}
