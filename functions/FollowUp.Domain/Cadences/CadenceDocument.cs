using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Domain.Cadences;

/// <summary>
/// The cadence as a JSON document that a manager edits. Its fields are those of <see cref="Cadence"/> in camelCase. Days are <c>"monday"</c> to
/// <c>"sunday"</c>, times <c>"09:00"</c>, windows <c>["09:00", "12:30"]</c>; delays are whole numbers in the unit of their field. Unknown
/// fields are refused, and so is a cadence that could leave a project without a next action.
/// </summary>
public static class CadenceDocument
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Parses and validates a document. Invalid JSON is reported as a problem and not thrown.</summary>
    public static CadenceParseResult Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 16 });
            var problems = ImmutableArray.CreateBuilder<CadenceProblem>();
            var cadence = CadenceParser.Read(document.RootElement, problems);
            if (problems.Count == 0) problems.AddRange(CadenceValidator.Validate(cadence!));
            return new CadenceParseResult(problems.Count == 0 ? cadence : null, problems.ToImmutable());
        }
        catch (JsonException invalid)
        {
            var line = (invalid.LineNumber ?? 0) + 1;
            return new CadenceParseResult(null, [new CadenceProblem("", new LocalizedText(
                $"Ce n’est pas du JSON valide : voir la ligne {line}.", $"This is not valid JSON: see line {line}."))]);
        }
    }

    /// <summary>All problems of a cadence that was not parsed; empty when it is valid.</summary>
    public static ImmutableArray<CadenceProblem> Validate(Cadence cadence) => CadenceValidator.Validate(cadence);

    /// <summary>The indented document of a cadence. Parsing it gives an equal cadence.</summary>
    public static string Format(Cadence cadence) => new JsonObject
    {
        ["version"] = cadence.Version,
        ["company"] = FormatTable(cadence.Company),
        ["person"] = FormatTable(cadence.Person),
        ["consentMonths"] = cadence.ConsentMonths,
        ["consumersNotRelaunched"] = new JsonArray([.. cadence.ConsumersNotRelaunched.Select(c => JsonValue.Create(c))]),
    }.ToJsonString(Indented);

    static JsonObject FormatTable(CadenceTable t) => new()
    {
        ["calls"] = FormatHours(t.Calls),
        ["mails"] = FormatHours(t.Mails),
        ["validation"] = new JsonObject
        {
            ["firstCallWithinMinutes"] = (int)t.Validation.FirstCallWithin.TotalMinutes,
            ["gaps"] = FormatNumbers(t.Validation.Gaps),
            ["mailAfter"] = FormatNumbers(t.Validation.MailAfter),
            ["morningAt"] = FormatTime(t.Validation.MorningAt),
            ["afternoonAt"] = FormatTime(t.Validation.AfternoonAt),
            ["closeAfter"] = t.Validation.CloseAfter,
            ["informationWithin"] = t.Validation.InformationWithin,
        },
        ["relaunch"] = new JsonObject
        {
            ["delays"] = FormatNumbers(t.Relaunch.Delays),
            ["thenEvery"] = t.Relaunch.ThenEvery,
            ["channels"] = new JsonArray([.. t.Relaunch.Channels.Select(c => JsonValue.Create(CadenceParser.GetName(c)))]),
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

    static JsonObject FormatHours(OpeningHours hours) => new()
    {
        ["days"] = new JsonArray([.. hours.Days.Select(d => JsonValue.Create(CadenceParser.GetName(d)))]),
        ["windows"] = new JsonArray([.. hours.Windows.Select(w => new JsonArray(FormatTime(w.From), FormatTime(w.To)))]),
    };

    static JsonArray FormatNumbers(ImmutableArray<int> numbers) => new([.. numbers.Select(n => JsonValue.Create(n))]);

    static string FormatTime(LocalTime time) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(time);
}
