using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Domain;

/// <summary>Walks a cadence document field by field; what does not fit is written down with its path, and the walk goes on.</summary>
sealed class CadenceReader(ImmutableArray<CadenceProblem>.Builder problems)
{
    static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    static readonly Phrase NeedsObject = new("Un objet est attendu ici.", "An object is expected here.");
    static readonly Phrase NeedsList = new("Une liste est attendue ici.", "A list is expected here.");
    static readonly Phrase NeedsNumber = new("Un nombre entier est attendu ici.", "A whole number is expected here.");
    static readonly Phrase NeedsTime = new("Une heure comme « 09:30 » est attendue ici.", "A time such as “09:30” is expected here.");
    static readonly Phrase Missing = new("Ce champ manque.", "This field is missing.");
    static readonly Phrase Unknown = new("Ce champ n’existe pas.", "There is no such field.");

    /// <returns>The cadence; of no meaning when there are problems.</returns>
    public static Cadence? Read(JsonElement root, ImmutableArray<CadenceProblem>.Builder problems)
    {
        var reader = new CadenceReader(problems);
        if (!reader.Is(root, JsonValueKind.Object, "", NeedsObject)) return null;
        reader.OnlyKnows(root, "", "version", "company", "person");
        var (version, company, person) = (reader.Number(root, "", "version"), reader.Table(root, "company"), reader.Table(root, "person"));
        return new Cadence(version, company!, person!);
    }

    public static string NameOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    CadenceTable? Table(JsonElement parent, string name)
    {
        if (Object(parent, "", name, "calls", "mails", "validation", "relaunch", "dormancy", "cap", "quietDaysAfterDoNotCall") is not { } t) return null;
        var (calls, mails) = (Hours(t, name, "calls"), Hours(t, name, "mails"));
        var (validation, relaunch, dormancy) = (Validation(t, name), Relaunch(t, name), Dormancy(t, name));
        var quiet = Number(t, name, "quietDaysAfterDoNotCall");
        var cap = t.TryGetProperty("cap", out var value) && value.ValueKind == JsonValueKind.Null ? null : Cap(t, name);
        return new CadenceTable(calls!, mails!, validation!, relaunch!, dormancy!, cap, quiet);
    }

    ValidationCadence? Validation(JsonElement parent, string path)
    {
        const string Name = "validation";
        if (Object(parent, path, Name, "firstCallWithinMinutes", "gaps", "mailAfter", "morningAt", "afternoonAt", "closeAfter", "informationWithin") is not { } v) return null;
        path = Under(path, Name);
        return new ValidationCadence(
            Duration.FromMinutes(Number(v, path, "firstCallWithinMinutes")), Numbers(v, path, "gaps"), Numbers(v, path, "mailAfter"),
            Time(v, path, "morningAt"), Time(v, path, "afternoonAt"), Number(v, path, "closeAfter"), Number(v, path, "informationWithin"));
    }

    RelaunchCadence? Relaunch(JsonElement parent, string path)
    {
        const string Name = "relaunch";
        if (Object(parent, path, Name, "delays", "thenEvery", "channels", "silentBeforeWarning", "sleepAfterWarning", "mailInsteadOfCallAfter") is not { } r) return null;
        path = Under(path, Name);
        return new RelaunchCadence(
            Numbers(r, path, "delays"), Number(r, path, "thenEvery"), Names<Channel>(r, path, "channels"), Number(r, path, "silentBeforeWarning"),
            Number(r, path, "sleepAfterWarning"), Number(r, path, "mailInsteadOfCallAfter"));
    }

    DormancyCadence? Dormancy(JsonElement parent, string path) =>
        Object(parent, path, "dormancy", "everyMonths", "askAfterMonths", "approveWithin") is { } d
            ? new DormancyCadence(Number(d, $"{path}.dormancy", "everyMonths"), Number(d, $"{path}.dormancy", "askAfterMonths"), Number(d, $"{path}.dormancy", "approveWithin"))
            : null;

    CallCap? Cap(JsonElement parent, string path) =>
        Object(parent, path, "cap", "calls", "days") is { } cap ? new CallCap(Number(cap, $"{path}.cap", "calls"), Number(cap, $"{path}.cap", "days")) : null;

    /// <summary>Checked here and not with the other rules, since opening hours cannot be made of anything else.</summary>
    OpeningHours? Hours(JsonElement parent, string path, string name)
    {
        if (Object(parent, path, name, "days", "windows") is not { } hours) return null;
        path = Under(path, name);
        var days = Names<IsoDayOfWeek>(hours, path, "days");
        var before = problems.Count;
        if (days.IsEmpty) Problem($"{path}.days", "Il faut au moins un jour.", "At least one day is needed.");
        for (var i = 1; i < days.Length; i++)
        {
            if (days[i] <= days[i - 1]) Problem($"{path}.days[{i}]", "Les jours se suivent de lundi à dimanche, sans doublon.", "Days run from Monday to Sunday, none twice.");
        }

        var windows = ImmutableArray.CreateBuilder<DailyWindow>();
        var shut = LocalTime.Midnight;
        foreach (var (window, at) in Items(hours, path, "windows"))
        {
            if (!Is(window, JsonValueKind.Array, at, NeedsList)) continue;
            if (window.GetArrayLength() != 2)
            {
                Problem(at, "Une plage a un début et une fin.", "A window has a beginning and an end.");
                continue;
            }

            var (from, to) = (Time(window[0], $"{at}[0]"), Time(window[1], $"{at}[1]"));
            if (problems.Count > before) continue;
            if (from >= to) Problem(at, "Une plage finit après son début.", "A window ends after it begins.");
            if (from < shut) Problem(at, "Les plages se suivent dans la journée, sans se chevaucher.", "Windows run from early to late and do not overlap.");
            shut = to;
            windows.Add(new DailyWindow(from, to));
        }

        if (windows.Count == 0 && problems.Count == before) Problem($"{path}.windows", "Il faut au moins une plage.", "At least one window is needed.");
        return problems.Count > before || days.IsEmpty ? null : new OpeningHours(days, windows.ToImmutable());
    }

    ImmutableArray<int> Numbers(JsonElement parent, string path, string name) => [.. Items(parent, path, name).Select(i => Number(i.Item, i.Path))];

    ImmutableArray<T> Names<T>(JsonElement parent, string path, string name)
        where T : struct, Enum
    {
        var known = Enum.GetValues<T>().Where(v => Convert.ToInt32(v, System.Globalization.CultureInfo.InvariantCulture) > 0 || typeof(T) == typeof(Channel)).ToDictionary(NameOf);
        var values = ImmutableArray.CreateBuilder<T>();
        foreach (var (item, at) in Items(parent, path, name))
        {
            if (item.ValueKind == JsonValueKind.String && known.TryGetValue(item.GetString()!, out var value)) values.Add(value);
            else Problem(at, $"Valeurs possibles : {string.Join(", ", known.Keys)}.", $"Possible values: {string.Join(", ", known.Keys)}.");
        }

        return values.ToImmutable();
    }

    List<(JsonElement Item, string Path)> Items(JsonElement parent, string path, string name) =>
        Field(parent, path, name) is { } list && Is(list, JsonValueKind.Array, Under(path, name), NeedsList)
            ? [.. list.EnumerateArray().Select((item, i) => (item, $"{Under(path, name)}[{i}]"))]
            : [];

    JsonElement? Object(JsonElement parent, string path, string name, params string[] fields)
    {
        if (Field(parent, path, name) is not { } value || !Is(value, JsonValueKind.Object, Under(path, name), NeedsObject)) return null;
        OnlyKnows(value, Under(path, name), fields);
        return value;
    }

    JsonElement? Field(JsonElement parent, string path, string name)
    {
        if (parent.TryGetProperty(name, out var value)) return value;
        problems.Add(new CadenceProblem(Under(path, name), Missing));
        return null;
    }

    int Number(JsonElement parent, string path, string name) => Field(parent, path, name) is { } value ? Number(value, Under(path, name)) : 0;

    int Number(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)) return number;
        problems.Add(new CadenceProblem(path, NeedsNumber));
        return 0;
    }

    LocalTime Time(JsonElement parent, string path, string name) => Field(parent, path, name) is { } value ? Time(value, Under(path, name)) : default;

    LocalTime Time(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.String && TimePattern.Parse(value.GetString()!) is { Success: true } time) return time.Value;
        problems.Add(new CadenceProblem(path, NeedsTime));
        return default;
    }

    void OnlyKnows(JsonElement value, string path, params string[] fields)
    {
        foreach (var field in value.EnumerateObject().Where(f => !fields.Contains(f.Name)))
        {
            problems.Add(new CadenceProblem(Under(path, field.Name), Unknown));
        }
    }

    bool Is(JsonElement value, JsonValueKind kind, string path, Phrase rule)
    {
        if (value.ValueKind == kind) return true;
        problems.Add(new CadenceProblem(path, rule));
        return false;
    }

    void Problem(string path, string french, string english) => problems.Add(new CadenceProblem(path, new Phrase(french, english)));

    static string Under(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
