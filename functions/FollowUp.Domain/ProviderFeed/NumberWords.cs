using System.Collections.Frozen;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.ProviderFeed;

/// <summary>The words for the numbers from 0 to 99 in French and English, as people dictate a phone number.</summary>
static class NumberWords
{
    /// <summary>The most words of one number: "quatre-vingt-dix-neuf".</summary>
    public const int MaxWords = 4;

    static readonly string[] FrenchUnits =
    [
        "zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dixsept", "dixhuit", "dixneuf",
    ];

    static readonly string[] EnglishUnits =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
        "nineteen",
    ];

    static readonly (string Word, int Value)[] FrenchTens =
    [
        ("vingt", 20), ("vingts", 20), ("trente", 30), ("quarante", 40), ("cinquante", 50), ("soixante", 60), ("septante", 70), ("huitante", 80), ("octante", 80),
        ("quatrevingt", 80), ("quatrevingts", 80), ("nonante", 90),
    ];

    static readonly (string Word, int Value)[] EnglishTens =
    [
        ("twenty", 20), ("thirty", 30), ("forty", 40), ("fourty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90),
    ];

    static readonly FrozenDictionary<string, string> ByLetters = Create();

    /// <summary>The digits that joined words stand for; null when they are no number.</summary>
    /// <param name="letters">The letters of one to <see cref="MaxWords"/> words, folded and joined.</param>
    public static string? ToDigits(string letters) => ByLetters.GetValueOrDefault(letters);

    static FrozenDictionary<string, string> Create()
    {
        var words = new Dictionary<string, string> { ["o"] = "0", ["oh"] = "0", ["nought"] = "0", ["une"] = "1" };
        void Add(string word, int value) => words[word] = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (units, tens, highest) in new[] { (FrenchUnits, FrenchTens, 19), (EnglishUnits, EnglishTens, 9) })
        {
            for (var i = 0; i < units.Length; i++)
            {
                Add(units[i], i);
            }

            foreach (var (ten, value) in tens)
            {
                Add(ten, value);
                for (var unit = 1; unit <= highest; unit++)
                {
                    if (unit < 10 || value is 60 or 80)
                    {
                        Add(ten + units[unit], value + unit);
                        Add(ten + "et" + units[unit], value + unit);
                    }
                }
            }
        }

        foreach (var (word, count) in new[] { ("double", 2), ("triple", 3) })
        {
            foreach (var unit in FrenchUnits.Take(10).Concat(EnglishUnits.Take(10)).Append("oh").Distinct())
            {
                words[word + unit] = string.Concat(Enumerable.Repeat(words[unit], count));
            }
        }

        return words.ToFrozenDictionary(pair => TextFold.FoldToWord(pair.Key), pair => pair.Value);
    }
}
