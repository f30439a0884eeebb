using FluentValidation;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared.Validation;

/// <summary>What every rule needs: its sentence in both languages, and whether the field is there.</summary>
static class RuleTexts
{
    static readonly LocalizedText IsRequired = new("est obligatoire", "is required");

    /// <summary>
    /// What the rule before it says of a field, beginning with the verb: "must be in the future". A failure carries it as its state, so that the
    /// caller chooses the language.
    /// </summary>
    public static IRuleBuilderOptions<T, TProperty> WithText<T, TProperty>(this IRuleBuilderOptions<T, TProperty> rule, LocalizedText text)
    {
        object state = text;
        return rule.WithState(_ => state).WithMessage(text.English);
    }

    /// <summary>The same for a text that is a sentence without the field's name: "Pick a time, or correct your number."</summary>
    public static IRuleBuilderOptions<T, TProperty> WithSentence<T, TProperty>(this IRuleBuilderOptions<T, TProperty> rule, LocalizedText text)
    {
        var state = new Sentence(text);
        return rule.WithState(_ => state).WithMessage(text.English);
    }

    public static IRuleBuilderOptions<T, TProperty> Required<T, TProperty>(this IRuleBuilder<T, TProperty> rule) => rule.NotNull().WithText(IsRequired);

    /// <summary>The field must be missing.</summary>
    /// <param name="goesWith">The values that allow the field, as JSON has them.</param>
    public static IRuleBuilderOptions<T, TProperty> Absent<T, TProperty>(this IRuleBuilder<T, TProperty> rule, string goesWith) =>
        rule.Null().WithText(new LocalizedText($"ne se donne qu’avec : {goesWith}", $"is given only with: {goesWith}"));

    /// <summary>The state of a failure whose text stands alone.</summary>
    internal sealed record Sentence(LocalizedText Text);
}
