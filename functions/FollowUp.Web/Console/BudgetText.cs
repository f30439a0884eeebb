using FollowUp.Application.Privacy;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Console;

/// <summary>A client's budget in words: "de 2 000 € à 5 000 €".</summary>
static class BudgetText
{
    public static string Describe(Budget budget, Language language) => (budget.Min, budget.Max) switch
    {
        ({ } min, { } max) => language.Pick(
            $"de {Amount(min, budget, language)} à {Amount(max, budget, language)}", $"{Amount(min, budget, language)} to {Amount(max, budget, language)}"),
        ({ } min, null) => language.Pick($"à partir de {Amount(min, budget, language)}", $"from {Amount(min, budget, language)}"),
        (null, { } max) => language.Pick($"jusqu’à {Amount(max, budget, language)}", $"up to {Amount(max, budget, language)}"),
        _ => "",
    };

    static string Amount(decimal amount, Budget budget, Language language) => AmountText.Format(amount, budget.Currency, language);
}
