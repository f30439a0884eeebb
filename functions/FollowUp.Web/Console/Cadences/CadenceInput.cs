using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using NodaTime;

namespace FollowUp.Web.Console.Cadences;

/// <summary>
/// The fields of the cadence form. Each has the path of its value in the document, so the document's parser validates the form too, and its errors
/// lead to the field.
/// </summary>
static partial class CadenceInput
{
    static readonly LocalizedText Document = new("Le document", "The document");

    /// <summary>The values of the form for a cadence, as people write them in a language.</summary>
    public static FormCollection ToValues(Cadence cadence, Language language)
    {
        var values = new Dictionary<string, StringValues>
        {
            [CadenceFields.ConsentMonths] = FormatNumber(cadence.ConsentMonths),
            [CadenceFields.ConsumersNotRelaunched] = string.Join(", ", cadence.ConsumersNotRelaunched),
        };
        foreach (var (name, _, get) in CadenceFields.Tables)
        {
            foreach (var field in CadenceFields.All) values[$"{name}.{field.Path}"] = Format(get(cadence), field.Path, language);
        }

        return new FormCollection(values);
    }

    /// <summary>Reads posted values into a cadence.</summary>
    /// <returns>The cadence, or null with an error for each field that breaks a rule.</returns>
    public static (Cadence? Cadence, Dictionary<string, LocalizedText> Errors) Read(IFormCollection form, int version)
    {
        var document = new JsonObject { ["version"] = version };
        foreach (var (name, _, _) in CadenceFields.Tables)
        {
            var table = new JsonObject();
            document[name] = table;
            foreach (var field in CadenceFields.All) Set(table, field, form[$"{name}.{field.Path}"]);

            // Without both fields there is no cap; with one of them the other is missing.
            if (table["cap"] is not JsonObject { Count: > 0 }) table["cap"] = null;
        }

        if (ReadNumber(form[CadenceFields.ConsentMonths].ToString()) is { } months) document[CadenceFields.ConsentMonths] = months;
        if (form.TryGetValue(CadenceFields.ConsumersNotRelaunched, out var categories))
        {
            document[CadenceFields.ConsumersNotRelaunched] = new JsonArray([.. Split(categories.ToString()).Select(category => JsonValue.Create(category))]);
        }

        return Parse(document.ToJsonString());
    }

    /// <summary>Parses a document. Errors outside the fields of the form are named <c>document</c>.</summary>
    public static (Cadence? Cadence, Dictionary<string, LocalizedText> Errors) Parse(string json)
    {
        var parsed = CadenceDocument.Parse(json);
        var errors = new Dictionary<string, LocalizedText>();
        foreach (var problem in parsed.Problems)
        {
            var (field, name) = FindField(problem.Path);
            errors.TryAdd(field, new LocalizedText($"{name.French} : {problem.Rule.French}", $"{name.English}: {problem.Rule.English}"));
        }

        return (parsed.Cadence, errors);
    }

    static (string Field, LocalizedText Name) FindField(string path)
    {
        var plain = path.Split('[')[0];
        LocalizedText? ofPersons = plain switch
        {
            CadenceFields.ConsentMonths => CadenceFields.ConsentMonthsLabel,
            CadenceFields.ConsumersNotRelaunched => CadenceFields.ConsumersNotRelaunchedLabel,
            _ => null,
        };
        if (ofPersons is { } label)
        {
            return (plain, new($"Particuliers, {label.French}", $"Private persons, {label.English}"));
        }

        foreach (var (name, title, _) in CadenceFields.Tables)
        {
            // The cap as a whole is shown at its first field.
            if (CadenceFields.All.FirstOrDefault(f => plain == $"{name}.{f.Path}" || (plain == $"{name}.cap" && f.Path == "cap.calls")) is { } field)
            {
                return ($"{name}.{field.Path}", new($"{title.French}, {field.Label.French}", $"{title.English}, {field.Label.English}"));
            }
        }

        return ("document", path.Length == 0 ? Document : new($"{Document.French}, {path}", $"{Document.English}, {path}"));
    }

    static void Set(JsonObject table, CadenceField field, StringValues posted)
    {
        var path = field.Path.Split('.');
        var parent = table;
        foreach (var name in path[..^1])
        {
            if (parent[name] is not JsonObject child) parent[name] = child = [];
            parent = child;
        }

        if (ToJson(field.Kind, posted) is { } value) parent[path[^1]] = value;
    }

    /// <returns>Null for an empty field. What cannot be read is passed on as text, so that the parser names the rule.</returns>
    static JsonNode? ToJson(CadenceFieldKind kind, StringValues posted)
    {
        var text = posted.ToString().Trim();
        return kind switch
        {
            CadenceFieldKind.Days => new JsonArray([.. Enum.GetValues<IsoDayOfWeek>().Select(Kebab.Case).Where(posted.Contains).Select(day => JsonValue.Create(day))]),
            CadenceFieldKind.Number => ReadNumber(text),
            CadenceFieldKind.Numbers => new JsonArray([.. Split(text).Select(ReadNumber)]),
            CadenceFieldKind.Time => text.Length == 0 ? null : JsonValue.Create(ReadTime(text)),
            CadenceFieldKind.Channels => new JsonArray([.. Split(text).Select(word => JsonValue.Create(ReadChannel(word)))]),
            CadenceFieldKind.Windows => new JsonArray([.. Split(text).Select(ReadWindow)]),
            _ => throw new InvalidOperationException($"A form cannot hold a {kind}."),
        };
    }

    static JsonNode? ReadNumber(string text) => text.Trim() switch
    {
        "" => null,
        var number when int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => JsonValue.Create(value),
        var other => JsonValue.Create(other),
    };

    static JsonNode ReadWindow(string text)
    {
        var ends = Dashes().Split(text, 2);
        return new JsonArray(ReadTime(ends[0]), ReadTime(ends.ElementAtOrDefault(1) ?? ""));
    }

    /// <summary>"9", "9h", "9 h 30" and "9:30" as "09:30".</summary>
    static string ReadTime(string text) => Times().Match(text.Trim()) is { Success: true } time
        ? $"{time.Groups["hour"].Value.PadLeft(2, '0')}:{(time.Groups["minute"].Success ? time.Groups["minute"].Value : "00")}"
        : text.Trim();

    static string ReadChannel(string word) => word.ToLowerInvariant() is "téléphone" or "telephone" or "tél" or "appel" or "call" ? Kebab.Case(Channel.Phone) : word.ToLowerInvariant();

    static string[] Split(string text) => text.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    static StringValues Format(CadenceTable table, string path, Language language) => path switch
    {
        "calls.days" => FormatDays(table.Calls),
        "calls.windows" => FormatWindows(table.Calls),
        "mails.days" => FormatDays(table.Mails),
        "mails.windows" => FormatWindows(table.Mails),
        "validation.firstCallWithinMinutes" => FormatNumber((int)table.Validation.FirstCallWithin.TotalMinutes),
        "validation.gaps" => FormatNumbers(table.Validation.Gaps),
        "validation.mailAfter" => FormatNumbers(table.Validation.MailAfter),
        "validation.morningAt" => table.Validation.MorningAt.FormatTime(),
        "validation.afternoonAt" => table.Validation.AfternoonAt.FormatTime(),
        "validation.closeAfter" => FormatNumber(table.Validation.CloseAfter),
        "validation.informationWithin" => FormatNumber(table.Validation.InformationWithin),
        "relaunch.delays" => FormatNumbers(table.Relaunch.Delays),
        "relaunch.thenEvery" => FormatNumber(table.Relaunch.ThenEvery),
        "relaunch.channels" => string.Join(", ", table.Relaunch.Channels.Select(c => c == Channel.Phone && language == Language.French ? "téléphone" : Kebab.Case(c))),
        "relaunch.silentBeforeWarning" => FormatNumber(table.Relaunch.SilentBeforeWarning),
        "relaunch.sleepAfterWarning" => FormatNumber(table.Relaunch.SleepAfterWarning),
        "relaunch.mailInsteadOfCallAfter" => FormatNumber(table.Relaunch.MailInsteadOfCallAfter),
        "dormancy.everyMonths" => FormatNumber(table.Dormancy.EveryMonths),
        "dormancy.askAfterMonths" => FormatNumber(table.Dormancy.AskAfterMonths),
        "dormancy.approveWithin" => FormatNumber(table.Dormancy.ApproveWithin),
        "cap.calls" => table.Cap is { } cap ? FormatNumber(cap.Calls) : "",
        "cap.days" => table.Cap is { } cap ? FormatNumber(cap.Days) : "",
        "quietDaysAfterDoNotCall" => FormatNumber(table.QuietDaysAfterDoNotCall),
        _ => throw new InvalidOperationException($"The form has no field {path}."),
    };

    static StringValues FormatDays(OpeningHours hours) => new([.. hours.Days.Select(Kebab.Case)]);

    static string FormatWindows(OpeningHours hours) => string.Join(", ", hours.Windows.Select(w => $"{w.From.FormatTime()}-{w.To.FormatTime()}"));

    static string FormatNumbers(IEnumerable<int> numbers) => string.Join(", ", numbers.Select(FormatNumber));

    static string FormatNumber(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<hour>\d{1,2})\s*(?:[:hH]\s*(?<minute>\d{2})?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Times();

    [GeneratedRegex(@"\s*(?:[-–—]|\bà\b|\bto\b)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Dashes();
}
