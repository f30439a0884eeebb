using System.Text.Json.Serialization;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Responses;

/// <summary>An error as RFC 9457 has it.</summary>
/// <param name="Type">A name for the kind of problem; it leads nowhere.</param>
/// <param name="Code">The same for machines: stable.</param>
/// <param name="Detail">A sentence for people, in the language of the request.</param>
/// <param name="Errors">By field, for bad input: <c>client.phone</c>.</param>
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

    /// <summary>Null when nothing is wrong.</summary>
    internal static IResult? Of(InputValidator check) => check.HasErrors ? Invalid(check.Errors, check.Language) : null;

    /// <summary>One part of the address is wrong.</summary>
    internal static IResult Of(string field, LocalizedText rule, Language language) =>
        Invalid(new Dictionary<string, string[]> { [field] = [rule.In(language)] }, language);

    static IResult Invalid(IReadOnlyDictionary<string, string[]> errors, Language language) => Of(
        StatusCodes.Status400BadRequest, "invalid",
        new LocalizedText("Données invalides", "Invalid input"),
        new LocalizedText(
            "Rien n’a été enregistré : chaque champ à corriger est nommé avec sa règle.",
            "Nothing was stored: each field to mend is named with its rule."),
        language, errors);
}
