using System.Globalization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Web.Shared.FormInput;

/// <summary>Reads the fields of a posted form by name. A value that cannot be read adds an error to its field.</summary>
sealed class FormFields(IFormCollection form, WorkingCalendar calendar)
{
    const int MaxTextLength = 4000;

    readonly Dictionary<string, LocalizedText> errors = [];

    public IReadOnlyDictionary<string, LocalizedText> Errors => errors;

    public bool IsValid => errors.Count == 0;

    /// <summary>The trimmed text with <c>\n</c> as line ends; null when absent, blank or invalid.</summary>
    public string? GetText(string name)
    {
        var text = form[name].FirstOrDefault(v => !string.IsNullOrWhiteSpace(v))?.ReplaceLineEndings("\n").Trim() ?? "";
        if (text.Any(TextCharacters.IsForbidden))
        {
            AddError(name, new("Ce texte contient un caractère de contrôle.", "This text holds a control character."));
            return null;
        }

        if (text.Length <= MaxTextLength)
        {
            return text.Length == 0 ? null : text;
        }

        AddError(name, new($"Ce texte dépasse {MaxTextLength} caractères.", $"This text is longer than {MaxTextLength} characters."));
        return null;
    }

    /// <summary>The text; when it is absent, an empty string and <paramref name="error"/> at the field.</summary>
    public string GetRequiredText(string name, LocalizedText error)
    {
        if (GetText(name) is { } text)
        {
            return text;
        }

        AddError(name, error);
        return "";
    }

    /// <summary>Whether the field is ticked, or its value is <c>true</c>.</summary>
    public bool IsChecked(string name) => form[name].Contains("true") || form[name].Contains("on");

    /// <summary>An enum value by its kebab-case name; null when absent or unknown.</summary>
    public T? GetChoice<T>(string name)
        where T : struct, Enum
    {
        if (GetText(name) is not { } text)
        {
            return null;
        }

        if (EnumNames.Parse<T>(text) is { } value)
        {
            return value;
        }

        AddError(name, FormMessages.ChooseOne);
        return null;
    }

    /// <summary>The same; a missing value adds <paramref name="error"/>.</summary>
    public T? GetRequiredChoice<T>(string name, LocalizedText error)
        where T : struct, Enum => Require(name, GetChoice<T>(name), error);

    /// <summary>Every ticked value of a field; an unknown value adds an error.</summary>
    public IEnumerable<T> GetChoices<T>(string name)
        where T : struct, Enum
    {
        foreach (var text in form[name])
        {
            if (EnumNames.Parse<T>(text) is { } value)
            {
                yield return value;
            }
            else
            {
                AddError(name, FormMessages.ChooseOne);
            }
        }
    }

    /// <summary>A day as <c>2026-12-15</c>; a missing one adds an error.</summary>
    public LocalDate? GetRequiredDate(string name) =>
        Require(name, Read(name, FormMessages.DayPattern, day => day.Year, FormMessages.DateExpected), FormMessages.DateExpected);

    /// <summary>A time in Paris as <c>2026-11-24T09:00</c>; null when absent or invalid.</summary>
    public Instant? GetParisTime(string name) => Read(name, FormMessages.LocalMinutePattern, time => time.Year, FormMessages.TimeExpected) is { } local
        ? calendar.At(local.Date, local.TimeOfDay)
        : null;

    /// <summary>The same; a missing one adds an error.</summary>
    public Instant? GetRequiredParisTime(string name) => Require(name, GetParisTime(name), FormMessages.TimeExpected);

    /// <summary>An instant as <c>2026-11-24T09:00:00Z</c> or with another offset; null when absent or invalid.</summary>
    public Instant? GetInstant(string name) => Read(name, OffsetDateTimePattern.Rfc3339, time => time.Year, FormMessages.TimeExpected)?.ToInstant();

    /// <summary>An amount in euros, with a comma or a point; null when absent or invalid.</summary>
    public decimal? GetAmount(string name)
    {
        if (GetText(name) is not { } text)
        {
            return null;
        }

        var plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '€')).Replace(',', '.');
        if (decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount is > 0 and < 1_000_000_000)
        {
            return amount;
        }

        AddError(name, new("Un montant en euros, supérieur à zéro, est attendu.", "An amount in euros above zero is expected."));
        return null;
    }

    /// <summary>Adds an error to a field; the first one stays.</summary>
    public void AddError(string name, LocalizedText error) => errors.TryAdd(name, error);

    T? Require<T>(string name, T? value, LocalizedText error)
        where T : struct
    {
        if (value is null)
        {
            AddError(name, error);
        }

        return value;
    }

    T? Read<T>(string name, IPattern<T> pattern, Func<T, int> year, LocalizedText error)
        where T : struct
    {
        if (GetText(name) is not { } text)
        {
            return null;
        }

        var read = pattern.Parse(text);
        if (read.Success && SupportedYears.Contains(year(read.Value)))
        {
            return read.Value;
        }

        AddError(name, read.Success ? FormMessages.YearExpected : error);
        return null;
    }
}
