using FluentValidation;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared.Validation;

/// <summary>What every rule needs: its sentence in both languages, and whether the field is there.</summary>
static class RuleTexts
{
    static readonly LocalizedText IsRequired = new("est obligatoire", "is required");

    /// <summary>The sentence of the rule before it. A failure carries it as its state, so that the caller chooses the language.</summary>
    public static IRuleBuilderOptions<T, TProperty> WithText<T, TProperty>(this IRuleBuilderOptions<T, TProperty> rule, LocalizedText text)
    {
        object state = text;
        return rule.WithState(_ => state).WithMessage(text.English);
    }

    public static IRuleBuilderOptions<T, TProperty> Required<T, TProperty>(this IRuleBuilder<T, TProperty> rule) => rule.NotNull().WithText(IsRequired);

    /// <summary>The field must be missing.</summary>
    /// <param name="goesWith">The values that allow the field, as JSON has them.</param>
    public static IRuleBuilderOptions<T, TProperty> Absent<T, TProperty>(this IRuleBuilder<T, TProperty> rule, string goesWith) =>
        rule.Null().WithText(new LocalizedText($"ne se donne qu’avec : {goesWith}", $"is given only with: {goesWith}"));
}
