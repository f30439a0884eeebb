using System.Globalization;
using System.Text;

namespace FollowUp.Domain.Tests.ProviderFeed.Masking;

/// <summary>The ways to write a name.</summary>
static class NameEvasions
{
    static readonly string[] Titles = ["Mme", "mme", "M", "Mr", "Monsieur", "madame"];

    static readonly Dictionary<char, char> Cyrillic = "aeopcxyiAEOPCXTMHKB".Zip("аеорсхуіАЕОРСХТМНКВ").ToDictionary(p => p.First, p => p.Second);

    static readonly Dictionary<char, char> Digits = "oieastb".Zip("0134578").ToDictionary(p => p.First, p => p.Second);

    static readonly Dictionary<char, char> Signs = "aesi".Zip("@€$!").ToDictionary(p => p.First, p => p.Second);

    /// <summary>How one word is written.</summary>
    static readonly (string Name, Func<Random, string, string?> Write)[] Words =
    [
        ("as it is", (_, w) => w),
        ("lower case", (_, w) => w.ToLowerInvariant()),
        ("upper case", (_, w) => w.ToUpperInvariant()),
        ("mixed case", (r, w) => string.Concat(w.Select(c => r.Next(2) == 0 ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c)))),
        ("without accents", (_, w) => string.Concat(w.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))),
        ("accents as separate characters", (_, w) => w.Normalize(NormalizationForm.FormD)),
        ("foreign accents", (r, w) => string.Concat(w.Select(c => char.IsAsciiLetter(c) && r.Next(3) == 0 ? c + "\u0301" : c.ToString()))),
        ("letters of another alphabet", (_, w) => Replace(w, Cyrillic)),
        ("full-width letters", (_, w) => string.Concat(w.Select(c => char.IsAsciiLetter(c) ? (char)(c + 0xfee0) : c))),
        ("invisible characters within", (r, w) => string.Concat(w.Select(c => c + KnownPeople.Pick(r, ["", "\u00ad", "\u200b", "\u2060", "\ufeff"])))),
        ("letters apart by spaces", (_, w) => Apart(w, " ")),
        ("letters apart by dots", (_, w) => Apart(w, ".")),
        ("letters apart by hyphens", (_, w) => Apart(w, "-")),
        ("letters apart by stars", (_, w) => Apart(w, "*")),
        ("letters apart by commas", (_, w) => Apart(w, ", ")),
        ("taken apart by a space", (r, w) => Split(r, w, " ")),
        ("taken apart by a sign", (r, w) => Split(r, w, KnownPeople.Pick(r, ["*", "_", "-", ".", "·", "/", "|", "~", "=", "'"]))),
        ("hyphenated at the end of a line", (r, w) => Split(r, w, "-\n")),
        ("digits for letters", (_, w) => ReplaceSome(w, Digits)),
        ("signs for letters", (_, w) => ReplaceSome(w, Signs)),
        ("a letter repeated", (r, w) => IsLong(w) && r.Next(1, w.Length - 1) is var at && char.IsLetter(w[at]) ? w.Insert(at, new string(w[at], r.Next(1, 4))) : null),
        ("backwards", (_, w) => IsLong(w) ? new string([.. KnownPeople.Plain(w).Reverse()]) : null),
        ("joined to a title", (r, w) => KnownPeople.Pick(r, Titles) + w),
        ("after a title", (r, w) => $"{KnownPeople.Pick(r, Titles)} {w}"),
        ("plural", (_, w) => w + "s"),
        ("English genitive", (r, w) => w + KnownPeople.Pick(r, ["'s", "’s"])),
        ("with digits behind", (r, w) => $"{w}{r.Next(1, 100)}"),
        ("in quotation marks or brackets", (r, w) => KnownPeople.Pick(r, [$"« {w} »", $"\"{w}\"", $"({w})", $"**{w}**", $"[{w}]", $"“{w}”"])),
        ("as a tag or handle", (r, w) => KnownPeople.Pick(r, ["#", "@", "_", "/"]) + w),
        ("as an address on the web", (r, w) => KnownPeople.Pick(r, ["www.", "https://", "http://www."]) + KnownPeople.Plain(w) + KnownPeople.Pick(r, [".fr", ".com", ".example/contact"])),
        ("joined to a trade", (r, w) => KnownPeople.Plain(w) + KnownPeople.Pick(r, ["renovation", "web", "conseil", "design", "sarl"])),
    ];

    static readonly Evasion[] Whole =
    [
        new("first and last name joined", (_, p) => p.First + p.Last),
        new("last and first name joined, lower case", (_, p) => (p.Last + p.First).ToLowerInvariant()),
        new("last name before the first", (_, p) => $"{p.Last.ToUpperInvariant()} {p.First}"),
        new("first and last name by an underscore", (_, p) => $"{p.First}_{p.Last}"),
        new("first and last name on two lines", (_, p) => $"{p.First}\n{p.Last}"),
        new("initial and last name", (_, p) => $"{p.First[0]}. {p.Last}"),
        new("initial joined to the last name", (_, p) => IsLong(p.Last) ? KnownPeople.Plain(p.First)[..1] + KnownPeople.Plain(p.Last) : null),
        new("company as it is", (_, p) => p.Company),
        new("company in upper case", (_, p) => p.Company.ToUpperInvariant()),
        new("company joined", (_, p) => p.Company.Replace(" ", "", StringComparison.Ordinal)),
        new("company with another legal form", (r, p) => $"{KnownPeople.Pick(r, ["SARL", "S.A.S.", "sté", "Ltd"])} {p.Kernel}"),
        new("provider as it is", (_, p) => p.Other.Name),
        new("provider joined, lower case", (_, p) => p.Other.Name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()),
        new("ampersand in words", (_, p) => p.Other.Name.Contains('&', StringComparison.Ordinal) ? p.Other.Name.Replace("&", "et", StringComparison.Ordinal) : null),
        new("provider by its id", (_, p) => p.Other.Id),
        new("domain of the provider’s mail", (_, p) => p.Other.Email!.Split('@')[1]),
        new("domain of the provider’s mail without its end", (_, p) => p.Other.Email!.Split('@')[1].Split('.')[0]),
        new("domain of the client’s mail", (_, p) => $"www.{p.Email.Split('@')[1]}"),
    ];

    public static IEnumerable<Evasion> All =>
    [
        .. Words.Select(word => new Evasion(word.Name, (r, p) => word.Write(r, PickWord(r, p)))),
        .. Whole,
    ];

    /// <summary>The same for one name.</summary>
    public static IEnumerable<(string Name, Func<Random, string, string?> Write)> OfWord => Words;

    static string PickWord(Random random, KnownPeople p) => KnownPeople.Pick(random, [p.First, p.Last, p.Kernel, p.ProviderKernel]);

    static bool IsLong(string word) => KnownPeople.Plain(word).Length >= 5;

    static string Apart(string word, string by) => string.Join(by, KnownPeople.Plain(word).AsEnumerable());

    static string? Split(Random random, string word, string by) =>
        IsLong(word) && word.All(char.IsLetter) ? word.Insert(random.Next(1, word.Length), by) : null;

    static string Replace(string word, Dictionary<char, char> by) => string.Concat(word.Select(c => by.GetValueOrDefault(c, c)));

    static string? ReplaceSome(string word, Dictionary<char, char> by) => Replace(KnownPeople.Plain(word), by) is var changed && changed.Any(char.IsLetter) ? changed : null;
}
