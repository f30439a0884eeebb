using System.Globalization;

namespace FollowUp.Domain.Tests.ProviderFeed.Masking;

/// <summary>The ways to write a phone number or a mail address.</summary>
static class NumberEvasions
{
    static readonly string[] French =
    [
        "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
    ];

    static readonly string[] FrenchTens = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"];

    static readonly string[] English = ["oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    public static IEnumerable<Evasion> All =>
    [
        .. new[] { " ", ".", "-", "/", ", ", "·", "_", "|", " - ", "‑", "\u00a0", "\n", " puis ", " et après ", ") (", " … ", "🙂" }.Select(between =>
            new Evasion(
                between.Trim() is { Length: > 0 } sign ? $"number in pairs, with “{sign}” between" : between switch { " " => "number in pairs, with spaces", "\n" => "number on several lines", _ => "number with no-break spaces" },
                (r, p) => string.Join(between, Pairs(National(Number(r, p)))))),
        new("number in one piece", (r, p) => National(Number(r, p))),
        new("number in the international form", (r, p) => Number(r, p)),
        new("number with 00 for the plus", (r, p) => "00" + Number(r, p)[1..]),
        new("number with (0)", (r, p) => Number(r, p) is ['+', '3', '3', ..] n ? $"+33 (0){n[3..]}" : null),
        new("number without its zero", (r, p) => National(Number(r, p)).TrimStart('0') is { Length: >= 8 } n ? n : null),
        new("number digit by digit", (r, p) => string.Join(' ', National(Number(r, p)).AsEnumerable())),
        new("number in threes", (r, p) => string.Join(' ', National(Number(r, p)).Chunk(3).Select(c => new string(c)))),
        new("number in full-width digits", (r, p) => Map(National(Number(r, p)), c => ((char)(c - '0' + '０')).ToString())),
        new("number in circled digits", (r, p) => Map(National(Number(r, p)), c => c == '0' ? "⓪" : ((char)(c - '1' + '①')).ToString())),
        new("number in keycaps", (r, p) => Map(National(Number(r, p)), c => c + "\ufe0f\u20e3")),
        new("number in Arabic digits", (r, p) => Map(National(Number(r, p)), c => ((char)(c - '0' + '٠')).ToString())),
        new("letters O and l for 0 and 1", (r, p) => National(Number(r, p)).Replace('0', 'O').Replace('1', 'l') is var n && n.Any(char.IsAsciiDigit) ? n : null),
        new("number in French words, by pairs", (r, p) => string.Join(' ', Pairs(National(Number(r, p))).Select(InFrench))),
        new("number in French words, digit by digit", (r, p) => string.Join(", ", National(Number(r, p)).Select(c => French[c - '0']))),
        new("number in English words", (r, p) => string.Join(' ', National(Number(r, p)).Select(c => English[c - '0']))),
        new("digits and words mixed", (r, p) => string.Join(' ', Pairs(National(Number(r, p))).Select(pair => r.Next(2) == 0 ? pair : InFrench(pair)))),
        new("invisible characters between digits", (r, p) => string.Join("\u200b", National(Number(r, p)).AsEnumerable())),
        new("mail address", (_, p) => p.Email),
        new("mail address in upper case", (_, p) => p.Email.ToUpperInvariant()),
        new("mail address with (at) and (point)", (_, p) => p.Email.Replace("@", " (at) ", StringComparison.Ordinal).Replace(".", " (point) ", StringComparison.Ordinal)),
        new("mail address in words", (_, p) => p.Email.Replace("@", " arobase ", StringComparison.Ordinal).Replace(".", " point ", StringComparison.Ordinal)),
        new("mail address with spaces", (_, p) => p.Email.Replace("@", " @ ", StringComparison.Ordinal)),
        new("mail address of another provider", (_, p) => p.Other.Email),
        new("mail address of another provider in words", (_, p) => p.Other.Email!.Replace("@", " chez ", StringComparison.Ordinal).Replace(".", " point ", StringComparison.Ordinal)),
    ];

    public static string InFrench(string pair)
    {
        if (pair.Length < 2 || pair[0] == '0')
        {
            return string.Join(' ', pair.Select(c => French[c - '0']));
        }

        var value = int.Parse(pair, CultureInfo.InvariantCulture);
        var (ten, unit) = (value / 10, value % 10);
        return value < 20 ? French[value]
            : ten is 7 or 9 ? $"{FrenchTens[ten]}-{French[10 + unit]}"
            : unit == 0 ? FrenchTens[ten]
            : unit == 1 && ten < 8 ? $"{FrenchTens[ten]} et un"
            : $"{FrenchTens[ten]}-{French[unit]}";
    }

    static string Number(Random random, KnownPeople p) => random.Next(2) == 0 ? p.Phone : p.Other.Phone!;

    /// <summary>As it is dialled within its country.</summary>
    static string National(string number) => "0" + number[3..];

    static IEnumerable<string> Pairs(string digits) => digits.Chunk(2).Select(pair => new string(pair));

    static string Map(string digits, Func<char, string> write) => string.Concat(digits.Select(write));
}
