using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUp.Domain.Text;

namespace FollowUp.Simulation.Parameters;

/// <summary>The parameters as a JSON document. Its fields are those of <see cref="PeopleParameters"/> in camelCase. Unknown and missing fields are refused.</summary>
public static class PeopleDocument
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,

        // The document is a file and not part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Parses and validates a document. Invalid JSON is reported as a problem and not thrown.</summary>
    public static PeopleParseResult Parse(string json)
    {
        try
        {
            if (JsonSerializer.Deserialize<PeopleParameters>(json, Options) is not { } parameters)
            {
                return new PeopleParseResult(null, [new PeopleProblem("", new LocalizedText("Un objet est attendu ici.", "An object is expected here."))]);
            }

            var problems = PeopleValidator.Validate(parameters);
            return problems.IsEmpty
                ? new PeopleParseResult(parameters with { Sources = parameters.Sources.WithComparers(StringComparer.Ordinal) }, [])
                : new PeopleParseResult(null, problems);
        }
        catch (JsonException invalid)
        {
            var path = (invalid.Path ?? "").TrimStart('$').TrimStart('.');
            var line = (invalid.LineNumber ?? 0) + 1;
            return new PeopleParseResult(null, [new PeopleProblem(path, new LocalizedText(
                $"Ce champ manque, est inconnu ou n’a pas la bonne forme (ligne {line}).", $"This field is missing, unknown or of the wrong form (line {line})."))]);
        }
    }

    /// <summary>All problems of parameters that were not parsed; empty when they are valid.</summary>
    public static ImmutableArray<PeopleProblem> Validate(PeopleParameters parameters) => PeopleValidator.Validate(parameters);

    /// <summary>The indented document of the parameters. Parsing it gives the same values.</summary>
    public static string Format(PeopleParameters parameters) => JsonSerializer.Serialize(parameters, Options);
}
