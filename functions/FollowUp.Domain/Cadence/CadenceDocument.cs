using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Domain;

/// <summary>
/// The cadence as a JSON document that a manager edits. Fields are those of <see cref="Domain.Cadence"/> in camelCase; days are
/// <c>"monday"</c> to <c>"sunday"</c>, times <c>"09:00"</c>, windows <c>["09:00", "12:30"]</c>, delays whole numbers of the unit that
/// their field is described in. Unknown fields are refused, and so is a document that could leave a project without a way on.
/// </summary>
public static class CadenceDocument
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Reads and checks a document. Never throws: broken JSON is a problem like any other.</summary>
    public static CadenceReading Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 16 });
            var problems = ImmutableArray.CreateBuilder<CadenceProblem>();
            var cadence = CadenceReader.Read(document.RootElement, problems);
            if (problems.Count == 0) problems.AddRange(CadenceRules.Problems(cadence!));
            return new CadenceReading(problems.Count == 0 ? cadence : null, problems.ToImmutable());
        }
        catch (JsonException broken)
        {
            var line = (broken.LineNumber ?? 0) + 1;
            return new CadenceReading(null, [new CadenceProblem("", new Phrase(
                $"Ce n’est pas du JSON valide : voir la ligne {line}.", $"This is not valid JSON: see line {line}."))]);
        }
    }

    /// <summary>What is wrong with a cadence that was made by other means than <see cref="Parse"/>; empty when nothing is.</summary>
    public static ImmutableArray<CadenceProblem> Problems(Cadence cadence) => CadenceRules.Problems(cadence);

    /// <summary>The document of a cadence, indented; reading it gives the cadence back.</summary>
    public static string Write(Cadence cadence) => new JsonObject
    {
        ["version"] = cadence.Version,
        ["company"] = Table(cadence.Company),
        ["person"] = Table(cadence.Person),
    }.ToJsonString(Indented);

    static JsonObject Table(CadenceTable t) => new()
    {
        ["calls"] = Hours(t.Calls),
        ["mails"] = Hours(t.Mails),
        ["validation"] = new JsonObject
        {
            ["firstCallWithinMinutes"] = (int)t.Validation.FirstCallWithin.TotalMinutes,
            ["gaps"] = Numbers(t.Validation.Gaps),
            ["mailAfter"] = Numbers(t.Validation.MailAfter),
            ["morningAt"] = Time(t.Validation.MorningAt),
            ["afternoonAt"] = Time(t.Validation.AfternoonAt),
            ["closeAfter"] = t.Validation.CloseAfter,
            ["informationWithin"] = t.Validation.InformationWithin,
        },
        ["relaunch"] = new JsonObject
        {
            ["delays"] = Numbers(t.Relaunch.Delays),
            ["thenEvery"] = t.Relaunch.ThenEvery,
            ["channels"] = new JsonArray([.. t.Relaunch.Channels.Select(c => JsonValue.Create(CadenceReader.NameOf(c)))]),
            ["silentBeforeWarning"] = t.Relaunch.SilentBeforeWarning,
            ["sleepAfterWarning"] = t.Relaunch.SleepAfterWarning,
            ["mailInsteadOfCallAfter"] = t.Relaunch.MailInsteadOfCallAfter,
        },
        ["dormancy"] = new JsonObject
        {
            ["everyMonths"] = t.Dormancy.EveryMonths,
            ["askAfterMonths"] = t.Dormancy.AskAfterMonths,
            ["approveWithin"] = t.Dormancy.ApproveWithin,
        },
        ["cap"] = t.Cap is { } cap ? new JsonObject { ["calls"] = cap.Calls, ["days"] = cap.Days } : null,
        ["quietDaysAfterDoNotCall"] = t.QuietDaysAfterDoNotCall,
    };

    static JsonObject Hours(OpeningHours hours) => new()
    {
        ["days"] = new JsonArray([.. hours.Days.Select(d => JsonValue.Create(CadenceReader.NameOf(d)))]),
        ["windows"] = new JsonArray([.. hours.Windows.Select(w => new JsonArray(Time(w.From), Time(w.To)))]),
    };

    static JsonArray Numbers(ImmutableArray<int> numbers) => new([.. numbers.Select(n => JsonValue.Create(n))]);

    static string Time(LocalTime time) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(time);
}
