using System.Collections.Immutable;
using System.Text.Json;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Domain.Cadences;

/// <summary>
/// Reads a cadence document field by field and reports every problem with its path. The serializer of the framework would stop at the first.
/// </summary>
sealed class CadenceParser(ImmutableArray<CadenceProblem>.Builder problems)
{
    static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    static readonly LocalizedText NeedsObject = new("Un objet est attendu ici.", "An object is expected here.");
    static readonly LocalizedText NeedsList = new("Une liste est attendue ici.", "A list is expected here.");
    static readonly LocalizedText NeedsNumber = new("Un nombre entier est attendu ici.", "A whole number is expected here.");
    static readonly LocalizedText NeedsTime = new("Une heure comme « 09:30 » est attendue ici.", "A time such as “09:30” is expected here.");
    static readonly LocalizedText NeedsText = new("Un texte est attendu ici.", "A text is expected here.");
    static readonly LocalizedText MissingField = new("Ce champ manque.", "This field is missing.");
    static readonly LocalizedText UnknownField = new("Ce champ n’existe pas.", "There is no such field.");

    /// <returns>The cadence; not usable when there are problems.</returns>
    public static Cadence? Read(JsonElement root, ImmutableArray<CadenceProblem>.Builder problems)
    {
        var parser = new CadenceParser(problems);
        if (!parser.Expect(root, JsonValueKind.Object, "", NeedsObject)) return null;
        parser.RejectUnknownFields(root, "", "version", "company", "person", "consentMonths", "consumersNotRelaunched");
        var (version, company, person) = (parser.ReadNumber(root, "", "version"), parser.ReadTable(root, "company"), parser.ReadTable(root, "person"));
        return new Cadence(version, company!, person!)
        {
            // Documents of earlier versions lack both.
            ConsumersNotRelaunched = root.TryGetProperty("consumersNotRelaunched", out _)
                ? parser.ReadTexts(root, "", "consumersNotRelaunched") : DefaultCadence.ConsumersNotRelaunched,
            ConsentMonths = root.TryGetProperty("consentMonths", out var months) ? parser.ReadNumber(months, "consentMonths") : PersonRules.DefaultConsentMonths,
        };
    }

    /// <summary>An enum member as the document writes it.</summary>
    public static string GetName<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    CadenceTable? ReadTable(JsonElement parent, string name)
    {
        if (ReadObject(parent, "", name, "calls", "mails", "validation", "relaunch", "dormancy", "cap", "quietDaysAfterDoNotCall") is not { } t) return null;
        var (calls, mails) = (ReadHours(t, name, "calls"), ReadHours(t, name, "mails"));
        var (validation, relaunch, dormancy) = (ReadValidation(t, name), ReadRelaunch(t, name), ReadDormancy(t, name));
        var quiet = ReadNumber(t, name, "quietDaysAfterDoNotCall");
        var cap = t.TryGetProperty("cap", out var value) && value.ValueKind == JsonValueKind.Null ? null : ReadCap(t, name);
        return new CadenceTable(calls!, mails!, validation!, relaunch!, dormancy!, cap, quiet);
    }

    ValidationCadence? ReadValidation(JsonElement parent, string path)
    {
        const string Name = "validation";
        if (ReadObject(parent, path, Name, "firstCallWithinMinutes", "gaps", "mailAfter", "morningAt", "afternoonAt", "closeAfter", "informationWithin") is not { } v) return null;
        path = JoinPath(path, Name);
        return new ValidationCadence(
            Duration.FromMinutes(ReadNumber(v, path, "firstCallWithinMinutes")), ReadNumbers(v, path, "gaps"), ReadNumbers(v, path, "mailAfter"),
            ReadTime(v, path, "morningAt"), ReadTime(v, path, "afternoonAt"), ReadNumber(v, path, "closeAfter"), ReadNumber(v, path, "informationWithin"));
    }

    RelaunchCadence? ReadRelaunch(JsonElement parent, string path)
    {
        const string Name = "relaunch";
        if (ReadObject(parent, path, Name, "delays", "thenEvery", "channels", "silentBeforeWarning", "sleepAfterWarning", "mailInsteadOfCallAfter") is not { } r) return null;
        path = JoinPath(path, Name);
        return new RelaunchCadence(
            ReadNumbers(r, path, "delays"), ReadNumber(r, path, "thenEvery"), ReadNames<Channel>(r, path, "channels"), ReadNumber(r, path, "silentBeforeWarning"),
            ReadNumber(r, path, "sleepAfterWarning"), ReadNumber(r, path, "mailInsteadOfCallAfter"));
    }

    DormancyCadence? ReadDormancy(JsonElement parent, string path) =>
        ReadObject(parent, path, "dormancy", "everyMonths", "askAfterMonths", "approveWithin") is { } d
            ? new DormancyCadence(ReadNumber(d, $"{path}.dormancy", "everyMonths"), ReadNumber(d, $"{path}.dormancy", "askAfterMonths"), ReadNumber(d, $"{path}.dormancy", "approveWithin"))
            : null;

    CallCap? ReadCap(JsonElement parent, string path) =>
        ReadObject(parent, path, "cap", "calls", "days") is { } cap ? new CallCap(ReadNumber(cap, $"{path}.cap", "calls"), ReadNumber(cap, $"{path}.cap", "days")) : null;

    /// <summary>Checks the order of days and windows here and not in the validator, since <see cref="OpeningHours"/> throws on a wrong order.</summary>
    OpeningHours? ReadHours(JsonElement parent, string path, string name)
    {
        if (ReadObject(parent, path, name, "days", "windows") is not { } hours) return null;
        path = JoinPath(path, name);
        var days = ReadNames<IsoDayOfWeek>(hours, path, "days");
        var before = problems.Count;
        if (days.IsEmpty) AddProblem($"{path}.days", "Il faut au moins un jour.", "At least one day is needed.");
        for (var i = 1; i < days.Length; i++)
        {
            if (days[i] <= days[i - 1]) AddProblem($"{path}.days[{i}]", "Les jours se suivent de lundi à dimanche, sans doublon.", "Days run from Monday to Sunday, none twice.");
        }

        var windows = ImmutableArray.CreateBuilder<DailyWindow>();
        var end = LocalTime.Midnight;
        foreach (var (window, at) in ReadItems(hours, path, "windows"))
        {
            if (!Expect(window, JsonValueKind.Array, at, NeedsList)) continue;
            if (window.GetArrayLength() != 2)
            {
                AddProblem(at, "Une plage a un début et une fin.", "A window has a beginning and an end.");
                continue;
            }

            var (from, to) = (ReadTime(window[0], $"{at}[0]"), ReadTime(window[1], $"{at}[1]"));
            if (problems.Count > before) continue;
            if (from >= to) AddProblem(at, "Une plage finit après son début.", "A window ends after it begins.");
            if (from < end) AddProblem(at, "Les plages se suivent dans la journée, sans se chevaucher.", "Windows run from early to late and do not overlap.");
            end = to;
            windows.Add(new DailyWindow(from, to));
        }

        if (windows.Count == 0 && problems.Count == before) AddProblem($"{path}.windows", "Il faut au moins une plage.", "At least one window is needed.");
        return problems.Count > before || days.IsEmpty ? null : new OpeningHours(days, windows.ToImmutable());
    }

    ImmutableArray<int> ReadNumbers(JsonElement parent, string path, string name) => [.. ReadItems(parent, path, name).Select(i => ReadNumber(i.Item, i.Path))];

    ImmutableArray<string> ReadTexts(JsonElement parent, string path, string name)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var (item, at) in ReadItems(parent, path, name))
        {
            if (item.ValueKind == JsonValueKind.String) texts.Add(item.GetString()!);
            else problems.Add(new CadenceProblem(at, NeedsText));
        }

        return texts.ToImmutable();
    }

    ImmutableArray<T> ReadNames<T>(JsonElement parent, string path, string name)
        where T : struct, Enum
    {
        var byName = Enum.GetValues<T>().Where(v => Convert.ToInt32(v, System.Globalization.CultureInfo.InvariantCulture) > 0 || typeof(T) == typeof(Channel)).ToDictionary(GetName);
        var values = ImmutableArray.CreateBuilder<T>();
        foreach (var (item, at) in ReadItems(parent, path, name))
        {
            if (item.ValueKind == JsonValueKind.String && byName.TryGetValue(item.GetString()!, out var value)) values.Add(value);
            else AddProblem(at, $"Valeurs possibles : {string.Join(", ", byName.Keys)}.", $"Possible values: {string.Join(", ", byName.Keys)}.");
        }

        return values.ToImmutable();
    }

    List<(JsonElement Item, string Path)> ReadItems(JsonElement parent, string path, string name) =>
        ReadField(parent, path, name) is { } list && Expect(list, JsonValueKind.Array, JoinPath(path, name), NeedsList)
            ? [.. list.EnumerateArray().Select((item, i) => (item, $"{JoinPath(path, name)}[{i}]"))]
            : [];

    JsonElement? ReadObject(JsonElement parent, string path, string name, params string[] fields)
    {
        if (ReadField(parent, path, name) is not { } value || !Expect(value, JsonValueKind.Object, JoinPath(path, name), NeedsObject)) return null;
        RejectUnknownFields(value, JoinPath(path, name), fields);
        return value;
    }

    JsonElement? ReadField(JsonElement parent, string path, string name)
    {
        if (parent.TryGetProperty(name, out var value)) return value;
        problems.Add(new CadenceProblem(JoinPath(path, name), MissingField));
        return null;
    }

    int ReadNumber(JsonElement parent, string path, string name) => ReadField(parent, path, name) is { } value ? ReadNumber(value, JoinPath(path, name)) : 0;

    int ReadNumber(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)) return number;
        problems.Add(new CadenceProblem(path, NeedsNumber));
        return 0;
    }

    LocalTime ReadTime(JsonElement parent, string path, string name) => ReadField(parent, path, name) is { } value ? ReadTime(value, JoinPath(path, name)) : default;

    LocalTime ReadTime(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.String && TimePattern.Parse(value.GetString()!) is { Success: true } time) return time.Value;
        problems.Add(new CadenceProblem(path, NeedsTime));
        return default;
    }

    void RejectUnknownFields(JsonElement value, string path, params string[] fields)
    {
        foreach (var field in value.EnumerateObject().Where(f => !fields.Contains(f.Name)))
        {
            problems.Add(new CadenceProblem(JoinPath(path, field.Name), UnknownField));
        }
    }

    bool Expect(JsonElement value, JsonValueKind kind, string path, LocalizedText rule)
    {
        if (value.ValueKind == kind) return true;
        problems.Add(new CadenceProblem(path, rule));
        return false;
    }

    void AddProblem(string path, string french, string english) => problems.Add(new CadenceProblem(path, new LocalizedText(french, english)));

    static string JoinPath(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
