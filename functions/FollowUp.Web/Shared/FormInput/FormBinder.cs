using System.Globalization;
using System.Reflection;
using System.Text.Json;
using FluentValidation.Results;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Web.Shared.FormInput;

/// <summary>
/// Makes a request of a posted form. The field <c>until</c> sets the property <c>Until</c>, <c>note.text</c> the property <c>Text</c> of
/// <c>Note</c>; other fields are ignored. A blank field is a missing value. Requests have a constructor without parameters and nullable
/// properties: text, whole numbers, amounts, booleans, enumerations, dates, times, lists of enumerations, and records of these.
/// </summary>
static class FormBinder
{
    static readonly LocalizedText MustBeOffered = new("est à choisir parmi les réponses proposées", "must be one of the answers offered");
    static readonly LocalizedText MustBeNumber = new("est un nombre entier", "must be a whole number");
    static readonly LocalizedText MustBeAmount = new("s’écrit en euros, comme 4 200,50", "must be in euros, as 4200.50");
    static readonly LocalizedText MustBeDate = new("est une date, comme 2027-01-31", "must be a date, as 2027-01-31");
    static readonly LocalizedText MustBeTime = new("est une date avec une heure, comme 2027-01-31T09:00", "must be a date with a time, as 2027-01-31T09:00");

    /// <returns>The request, and one failure for each field that cannot be read.</returns>
    public static (object Request, IReadOnlyList<ValidationFailure> Failures) Bind(Type type, IFormCollection form, WorkingCalendar calendar)
    {
        var failures = new List<ValidationFailure>();
        return (Bind(type, "", form, calendar, failures)!, failures);
    }

    static object Bind(Type type, string prefix, IFormCollection form, WorkingCalendar calendar, List<ValidationFailure> failures)
    {
        var request = Activator.CreateInstance(type)!;
        var own = new List<(PropertyInfo Property, ValidationFailure[] Failures)>();
        foreach (var property in type.GetProperties().Where(p => p.CanWrite))
        {
            var name = prefix + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var wanted = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var faults = new List<ValidationFailure>();
            property.SetValue(request, IsRecord(wanted)
                ? Bind(wanted, $"{name}.", form, calendar, faults)
                : Read(wanted, name, form, calendar, faults));
            own.Add((property, [.. faults]));
        }

        foreach (var (property, faults) in own)
        {
            if (request is IFormRequest choosing && !choosing.Uses(property.Name))
            {
                property.SetValue(request, null);
            }
            else
            {
                failures.AddRange(faults);
            }
        }

        return request;
    }

    static bool IsRecord(Type type) => type.IsClass && type != typeof(string) && !type.IsArray;

    static object? Read(Type type, string name, IFormCollection form, WorkingCalendar calendar, List<ValidationFailure> failures)
    {
        var texts = form[name].Select(Clean).OfType<string>().ToArray();
        if (type.GetElementType() is { } item)
        {
            return texts is [] ? null : ReadList(item, name, texts, calendar, failures);
        }

        // A tick box has a hidden field with the value "false" beside it, because a browser posts nothing for a box without a tick.
        return texts is [] ? null
            : type == typeof(bool) && texts.Contains("true") ? true
            : Read(type, name, texts[0], calendar, failures);
    }

    static Array ReadList(Type item, string name, string[] texts, WorkingCalendar calendar, List<ValidationFailure> failures)
    {
        var values = texts.Select(text => Read(item, name, text, calendar, failures)).Where(value => value is not null).ToArray();
        var list = Array.CreateInstance(item, values.Length);
        values.CopyTo(list, 0);
        return list;
    }

    static object? Read(Type type, string name, string text, WorkingCalendar calendar, List<ValidationFailure> failures)
    {
        var (value, rule) = Read(type, text, calendar);
        if (value is null)
        {
            failures.Add(FieldErrors.Create(name, rule));
        }

        return value;
    }

    /// <returns>The value; or null, with the rule that the text breaks.</returns>
    static (object? Value, LocalizedText Rule) Read(Type type, string text, WorkingCalendar calendar) => type switch
    {
        _ when type == typeof(string) => (text, default),
        _ when type == typeof(bool) => (text switch { "true" or "on" => true, "false" => false, _ => null }, MustBeOffered),
        _ when type == typeof(int) => (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null, MustBeNumber),
        _ when type == typeof(decimal) => (ReadAmount(text), MustBeAmount),
        _ when type == typeof(LocalDate) => ReadDate(text),
        _ when type == typeof(Instant) => ReadTime(text, calendar),
        { IsEnum: true } => (Enum.GetValues(type).Cast<object>().FirstOrDefault(v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()!) == text), MustBeOffered),
        _ => throw new InvalidOperationException($"A form cannot hold a {type}."),
    };

    static decimal? ReadAmount(string text)
    {
        var plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '€')).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;
    }

    static (object? Value, LocalizedText Rule) ReadDate(string text) => FormMessages.DayPattern.Parse(text) is not { Success: true, Value: var date }
        ? (null, MustBeDate)
        : SupportedYears.Contains(date.Year) ? (date, default) : (null, TimeRules.MustBeSupportedYear);

    /// <summary>A time in Paris as a date field with a time gives it, or a time with its offset.</summary>
    static (object? Value, LocalizedText Rule) ReadTime(string text, WorkingCalendar calendar)
    {
        if (FormMessages.LocalMinutePattern.Parse(text) is { Success: true, Value: var local })
        {
            return SupportedYears.Contains(local.Year) ? (calendar.At(local.Date, local.TimeOfDay), default) : (null, TimeRules.MustBeSupportedYear);
        }

        return OffsetDateTimePattern.Rfc3339.Parse(text) is not { Success: true, Value: var time }
            ? (null, MustBeTime)
            : SupportedYears.Contains(time.Year) ? (time.ToInstant(), default) : (null, TimeRules.MustBeSupportedYear);
    }

    static string? Clean(string? text) => NormalizedText.MultiLineOrNull(text);
}
