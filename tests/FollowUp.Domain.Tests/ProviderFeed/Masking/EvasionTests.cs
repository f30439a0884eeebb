using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Domain.ProviderFeed;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Tests.Properties;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Tests.ProviderFeed.Masking;

/// <summary>
/// Generated notes and people: 100,000 in a test run, 10 million with FOLLOWUP_CASES=10000000. What is written of them, and how, is listed in docs/mask.md.
/// </summary>
public sealed class EvasionTests(ITestOutputHelper output)
{
    const int NotesOfPeople = 20;
    const int MinSecret = 6;

    /// <summary>The first of the generated cases, so that a long run may be taken in parts: FOLLOWUP_FIRST_CASE.</summary>
    static readonly long FirstCase = long.TryParse(Environment.GetEnvironmentVariable("FOLLOWUP_FIRST_CASE"), CultureInfo.InvariantCulture, out var first) ? first : 0;

    static readonly ImmutableArray<Evasion> All = [.. NameEvasions.All, .. NumberEvasions.All];

    /// <summary>Names of people that are words of a sentence too. They are measured apart.</summary>
    static readonly string[] CommonNames =
        ["Petit", "Blanc", "Roux", "Grand", "Boulanger", "Marchand", "Rose", "Fontaine", "Rivière", "Meunier", "Berger", "Moulin", "Lejeune", "Young", "Baker", "Hill", "Noël", "Pierre"];

    [Fact]
    public void No_evasion_brings_a_known_datum_through()
    {
        var notes = Check(NotesOfPeople, random =>
        {
            var people = KnownPeople.Create(random);
            var masker = people.CreateMasker();
            return Enumerable.Range(0, NotesOfPeople).Select(_ => KnownPeople.Pick(random, All))
                .Select(evasion => new Case(evasion.Name, evasion.Write(random, people), masker, people.ToString()));
        });
        Measurements.Report(output, $"Mask: {notes:N0} notes with a datum, none of them shown");
    }

    [Fact]
    public void Names_that_are_common_words_are_hidden_at_reading_and_asked_about_at_writing()
    {
        var notes = Check(10, random =>
        {
            var name = KnownPeople.Pick(random, CommonNames);
            var (evasion, write) = KnownPeople.Pick(random, [.. NameEvasions.OfWord]);
            return [new Case(evasion, write(random, name), PersonalDataMasker.Create($"{KnownPeople.Create(random).First} {name}", null, []), name)];
        });
        Measurements.Report(output, $"Mask: {notes:N0} notes with a name that is a common word, none of them shown");
    }

    [Fact]
    public void Harmless_notes_pass_untouched()
    {
        const int Notes = 1_000;
        var random = new Random(20261128);
        var untouched = 0;
        var touched = new List<string>();
        for (var i = 0; i < Notes; i++)
        {
            var note = GeneratedNotes.CreateHarmless(random);
            var shown = KnownPeople.Create(random).CreateMasker().Mask(note);
            if (shown == note)
            {
                untouched++;
            }
            else
            {
                touched.Add(shown);
            }
        }

        Measurements.Report(output, $"Mask: {untouched:N0} of {Notes:N0} harmless notes untouched");
        Assert.True(untouched >= Notes * 99 / 100, $"{untouched} of {Notes}: {string.Join(" | ", touched.Take(20))}");
    }

    [Fact]
    public void The_documentation_lists_every_evasion()
    {
        var page = File.ReadAllText(Repository.File("docs/mask.md"));
        Assert.All(All.Select(evasion => evasion.Name).Distinct(), name => Assert.Contains($"| {name} |", page, StringComparison.Ordinal));
    }

    /// <summary>Writes notes around data, from seeds that are the same in each run.</summary>
    /// <param name="casesOfPeople">The cases that each seed stands for.</param>
    static long Check(int casesOfPeople, Func<Random, IEnumerable<Case>> create)
    {
        var shown = new ConcurrentDictionary<string, string>();
        long notes = 0;
        var start = FirstCase / casesOfPeople;
        Parallel.For(start, start + Math.Max(1, RandomLives.Cases / casesOfPeople), seed =>
        {
            var random = new Random((int)(seed % int.MaxValue));
            foreach (var (evasion, written, masker, who) in create(random))
            {
                if (written is not null)
                {
                    var (before, after) = GeneratedNotes.Around(random);
                    var note = before + written + after;
                    if (!IsHidden(written, masker.Mask(note), evasion.Contains("number", StringComparison.Ordinal), [before, after]) || masker.Find(note).IsEmpty)
                    {
                        shown.TryAdd(evasion, $"{evasion}: “{note}” is shown as “{masker.Mask(note)}” ({who})");
                    }

                    Interlocked.Increment(ref notes);
                }
            }
        });
        Assert.True(shown.IsEmpty, string.Join('\n', shown.Values));
        return notes;
    }

    /// <summary>The datum is not there as it was written, nor its letters, nor the beginning or end of a number.</summary>
    /// <param name="around">The rest of the note, in which a date may have the same digits.</param>
    static bool IsHidden(string written, string shown, bool isNumber = false, params string[] around)
    {
        if (shown.Contains(written, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var (secret, rest) = (TextFold.FoldToWord(written), TextFold.FoldToWord(shown));
        return secret.Length < 3 || !(rest.Contains(secret, StringComparison.Ordinal) || (isNumber && (IsShown(secret[..MinSecret]) || IsShown(secret[^MinSecret..]))));

        bool IsShown(string part) => rest.Contains(part, StringComparison.Ordinal)
            && !Array.Exists(around, text => TextFold.FoldToWord(text).Contains(part, StringComparison.Ordinal));
    }

    sealed record Case(string Evasion, string? Written, PersonalDataMasker Masker, string Who);
}
