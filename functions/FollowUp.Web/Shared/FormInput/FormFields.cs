using System.Globalization;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Web.Shared.FormInput;

/// <summary>The fields of a posted form, read by name. What cannot be read is an error at its field, in words.</summary>
sealed class FormFields(IFormCollection form, WorkingCalendar calendar)
{
    const int MaxTextLength = 4000;

    readonly Dictionary<string, LocalizedText> errors = [];

    public IReadOnlyDictionary<string, LocalizedText> Errors => errors;

    public bool IsValid => errors.Count == 0;

    public IFormCollection Form => form;

    /// <summary>Trimmed, with one kind of line ends; null when absent or empty.</summary>
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

    public string GetRequiredText(string name, LocalizedText rule)
    {
        if (GetText(name) is { } text)
        {
            return text;
        }

        AddError(name, rule);
        return "";
    }

    public bool IsChecked(string name) => form[name].Contains("true") || form[name].Contains("on");

    /// <summary>One of an enum's values by its kebab-case name; null when absent.</summary>
    public T? GetChoice<T>(string name)
        where T : struct, Enum
    {
        if (GetText(name) is not { } text)
        {
            return null;
        }

        if (ParseEnum<T>(text) is { } value)
        {
            return value;
        }

        AddError(name, FormMessages.ChooseOne);
        return null;
    }

    /// <summary>Every ticked value of a field; what is no value of the enum is an error.</summary>
    public IEnumerable<T> GetChoices<T>(string name)
        where T : struct, Enum
    {
        foreach (var text in form[name])
        {
            if (ParseEnum<T>(text) is { } value)
            {
                yield return value;
            }
            else
            {
                AddError(name, FormMessages.ChooseOne);
            }
        }
    }

    /// <summary>A day as <c>2026-12-15</c>; null when absent.</summary>
    public LocalDate? GetDate(string name) => Read(name, LocalDatePattern.Iso, day => day.Year, FormMessages.DateExpected);

    /// <summary>A time on the clock in Paris, as <c>datetime-local</c> fields post it.</summary>
    public Instant? GetParisTime(string name) => Read(name, FormMessages.LocalMinutePattern, time => time.Year, FormMessages.TimeExpected) is { } local
        ? calendar.At(local.Date, local.TimeOfDay)
        : null;

    /// <summary>An instant as <c>2026-11-24T09:00:00Z</c> or with another offset.</summary>
    public Instant? GetInstant(string name) => Read(name, OffsetDateTimePattern.Rfc3339, time => time.Year, FormMessages.TimeExpected)?.ToInstant();

    /// <summary>An amount of money, with a comma or a point; null when absent.</summary>
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

    public void AddError(string name, LocalizedText why) => errors.TryAdd(name, why);

    static T? ParseEnum<T>(string? text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Kebab.Case(value) == text)
            {
                return value;
            }
        }

        return null;
    }

    T? Read<T>(string name, IPattern<T> pattern, Func<T, int> year, LocalizedText rule)
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

        AddError(name, read.Success ? FormMessages.YearExpected : rule);
        return null;
    }
}
