using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared.Wording;

/// <summary>Amounts of money without decimals.</summary>
static class AmountText
{
    /// <summary>"2 000 €", "€2,000", "2 000 CHF"; the spaces do not break.</summary>
    /// <param name="currency">ISO 4217.</param>
    public static string Format(decimal amount, string currency, Language language)
    {
        var number = amount.ToString("N0", language.ToCulture());
        return currency == "EUR" ? language.Pick($"{number}\u00a0€", $"€{number}") : $"{number}\u00a0{currency}";
    }
}
