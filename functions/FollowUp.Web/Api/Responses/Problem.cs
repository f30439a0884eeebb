using System.Text.Json.Serialization;
using FluentValidation.Results;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Responses;

/// <summary>An error of the API (RFC 9457), with the members that the contract names and no others.</summary>
/// <param name="Type">A URN that names the kind of problem; it is no address.</param>
/// <param name="Code">Stable, for machines.</param>
/// <param name="Detail">A sentence for people, in the language of the request.</param>
/// <param name="Errors">Sentences by JSON path of the field (<c>client.phone</c>), for bad input; else null.</param>
public sealed partial record Problem(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors = null)
{
    public const string MediaType = "application/problem+json";

    internal static IResult Of(
        int status, string code, LocalizedText title, LocalizedText detail, Language language, IReadOnlyDictionary<string, string[]>? errors = null) =>
        TypedResults.Json(
            new Problem($"urn:followup:problem:{code}", title.In(language), status, detail.In(language), code, errors),
            ApiJsonOptions.Options, MediaType, status);

    /// <summary>400 <c>invalid</c> that names each broken rule by its field.</summary>
    internal static IResult Invalid(IEnumerable<ValidationFailure> failures, Language language) => Of(
        StatusCodes.Status400BadRequest, "invalid",
        new LocalizedText("Données invalides", "Invalid input"),
        new LocalizedText(
            "Rien n’a été enregistré : chaque champ à corriger est nommé avec sa règle.",
            "Nothing was stored: each field to mend is named with its rule."),
        language, FieldErrors.Describe(failures, language));

    /// <summary>400 <c>invalid</c> that names one field, in the language of the request.</summary>
    public static IResult Invalid(string field, LocalizedText rule, HttpContext context) => Invalid(field, rule, context.GetLanguage());

    /// <summary>400 <c>invalid</c> that names one field, or a part of the address.</summary>
    internal static IResult Invalid(string field, LocalizedText rule, Language language) => Invalid([FieldErrors.Create(field, rule)], language);
}
