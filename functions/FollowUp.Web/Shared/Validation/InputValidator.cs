using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Web.Shared.Validation;

/// <summary>
/// Collects what is wrong with a request, all of it, by field. A rule returns the value in the form that the department keeps; what it
/// returns for a value that it refused has no meaning, and is thrown away when <see cref="HasErrors"/>.
/// </summary>
/// <param name="language">Of the person who reads the errors.</param>
public sealed partial class InputValidator(Language language, Instant now, WorkingCalendar calendar)
{
    /// <summary>Enough for any honest mistake, and no more than anybody reads.</summary>
    const int MaxErrors = 100;

    readonly SortedDictionary<string, List<string>> errors = new(StringComparer.Ordinal);

    public Language Language => language;

    public Instant Now => now;

    public LocalDate Today => calendar.DateOf(now);

    public bool HasErrors => errors.Count > 0;

    /// <summary>The rules that were broken, by the JSON path of the field: <c>client.phone</c>; <c>body</c> for the whole.</summary>
    public IReadOnlyDictionary<string, string[]> Errors => errors.ToDictionary(e => e.Key, e => e.Value.ToArray());

    /// <summary>The same request held against further rules, apart from what was found so far.</summary>
    public InputValidator CreateEmpty() => new(language, now, calendar);

    public void AddErrorsFrom(InputValidator other)
    {
        foreach (var (field, rules) in other.errors)
        {
            rules.ForEach(rule => AddError(field, rule));
        }
    }

    public void AddError(string field, LocalizedText rule) => AddError(field, rule.In(language));

    /// <summary>A field that must be there.</summary>
    public void Require(string field, object? value)
    {
        if (value is null && !errors.ContainsKey(field))
        {
            AddError(field, new LocalizedText("est obligatoire", "is required"));
        }
    }

    /// <summary>A field that has no place here.</summary>
    /// <param name="goesWith">What it belongs to.</param>
    public void RequireAbsent(string field, object? value, string goesWith)
    {
        if (value is not null)
        {
            AddError(field, new LocalizedText($"ne se donne qu’avec : {goesWith}", $"is given only with: {goesWith}"));
        }
    }

    void AddError(string field, string rule)
    {
        if (!errors.TryGetValue(field, out var rules))
        {
            if (errors.Count >= MaxErrors)
            {
                return;
            }

            errors[field] = rules = [];
        }

        if (!rules.Contains(rule))
        {
            rules.Add(rule);
        }
    }
}
