using System.Globalization;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Web;

/// <summary>The fields of a posted form, read by name. What cannot be read is an error at its field, in words.</summary>
sealed class FormFields(IFormCollection form, WorkingCalendar calendar)
{
    const int LongestText = 4000;

    readonly Dictionary<string, LocalizedText> errors = [];

    public IReadOnlyDictionary<string, LocalizedText> Errors => errors;

    public bool Valid => errors.Count == 0;

    public IFormCollection Form => form;

    /// <summary>Trimmed, with one kind of line ends; null when absent or empty.</summary>
    public string? Text(string name)
    {
        var text = form[name].FirstOrDefault(v => !string.IsNullOrWhiteSpace(v))?.ReplaceLineEndings("\n").Trim() ?? "";
        if (text.Any(Checks.IsUnreadable))
        {
            Wrong(name, new("Ce texte contient un caractère de contrôle.", "This text holds a control character."));
            return null;
        }

        if (text.Length <= LongestText)
        {
            return text.Length == 0 ? null : text;
        }

        Wrong(name, new($"Ce texte dépasse {LongestText} caractères.", $"This text is longer than {LongestText} characters."));
        return null;
    }

    public string Required(string name, LocalizedText rule)
    {
        if (Text(name) is { } text)
        {
            return text;
        }

        Wrong(name, rule);
        return "";
    }

    public bool Ticked(string name) => form[name].Contains("true") || form[name].Contains("on");

    /// <summary>One of an enum's values by its kebab-case name; null when absent.</summary>
    public T? Choice<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (Chosen<T>(text) is { } value)
        {
            return value;
        }

        Wrong(name, Forms.ChooseOne);
        return null;
    }

    /// <summary>Every ticked value of a field; what is no value of the enum is an error.</summary>
    public IEnumerable<T> Choices<T>(string name)
        where T : struct, Enum
    {
        foreach (var text in form[name])
        {
            if (Chosen<T>(text) is { } value)
            {
                yield return value;
            }
            else
            {
                Wrong(name, Forms.ChooseOne);
            }
        }
    }

    /// <summary>A day as <c>2026-12-15</c>; null when absent.</summary>
    public LocalDate? Date(string name) => Read(name, LocalDatePattern.Iso, day => day.Year, Forms.DateWanted);

    /// <summary>A time on the clock in Paris, as <c>datetime-local</c> fields post it.</summary>
    public Instant? ParisTime(string name) => Read(name, Forms.Minutes, time => time.Year, Forms.TimeWanted) is { } local
        ? calendar.At(local.Date, local.TimeOfDay)
        : null;

    /// <summary>An instant as <c>2026-11-24T09:00:00Z</c> or with another offset.</summary>
    public Instant? Moment(string name) => Read(name, OffsetDateTimePattern.Rfc3339, time => time.Year, Forms.TimeWanted)?.ToInstant();

    /// <summary>An amount of money, with a comma or a point; null when absent.</summary>
    public decimal? Amount(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '€')).Replace(',', '.');
        if (decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount is > 0 and < 1_000_000_000)
        {
            return amount;
        }

        Wrong(name, new("Un montant en euros, supérieur à zéro, est attendu.", "An amount in euros above zero is expected."));
        return null;
    }

    public void Wrong(string name, LocalizedText why) => errors.TryAdd(name, why);

    static T? Chosen<T>(string? text)
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
        if (Text(name) is not { } text)
        {
            return null;
        }

        var read = pattern.Parse(text);
        if (read.Success && Checks.IsSane(year(read.Value)))
        {
            return read.Value;
        }

        Wrong(name, read.Success ? Forms.YearWanted : rule);
        return null;
    }
}
