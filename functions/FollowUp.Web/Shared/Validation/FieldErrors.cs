using System.Text.Json;
using FluentValidation.Results;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared.Validation;

/// <summary>What is wrong with a request: sentences by the JSON path of the field (<c>client.phone</c>), <see cref="Body"/> for the whole.</summary>
public static class FieldErrors
{
    /// <summary>The field name that stands for the request as a whole.</summary>
    public const string Body = "body";

    /// <summary>Fields in ordinal order, so that an answer does not depend on the order of rules.</summary>
    public static SortedDictionary<string, string[]> Describe(IEnumerable<ValidationFailure> failures, Language language) => new(
        failures.GroupBy(failure => failure.PropertyName)
            .ToDictionary(field => field.Key, field => field.Select(failure => GetText(failure, language)).Distinct().ToArray()),
        StringComparer.Ordinal);

    /// <param name="field">A JSON path, or the name of a header.</param>
    public static ValidationFailure Create(string field, LocalizedText text) => new(field, text.English) { CustomState = text };

    /// <summary>The text of the broken rule, and whether it is a sentence of its own (<see cref="RuleTexts.WithSentence"/>).</summary>
    public static (LocalizedText Text, bool IsSentence) GetRule(ValidationFailure failure) => failure.CustomState switch
    {
        LocalizedText text => (text, false),
        RuleTexts.Sentence sentence => (sentence.Text, true),
        _ => (new LocalizedText(failure.ErrorMessage, failure.ErrorMessage), false),
    };

    static string GetText(ValidationFailure failure, Language language) => GetRule(failure).Text.In(language);

    /// <summary>The same failures with the JSON path of each field in place of the names of properties.</summary>
    public static IReadOnlyList<ValidationFailure> WithJsonPaths(List<ValidationFailure> failures)
    {
        failures.ForEach(failure => failure.PropertyName = failure.PropertyName is "" ? Body : ToJsonPath(failure.PropertyName));
        return failures;
    }

    static string ToJsonPath(string property) => string.Join('.', property.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
