using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Storage.Tests.Given;

/// <summary>
/// The content of a record as text. Records compare arrays by identity, so tests compare these texts; a failing test shows the difference.
/// </summary>
static class RecordText
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, value, 0);
        return text.ToString();
    }

    static void Append(StringBuilder text, object? value, int depth)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case Instant at:
                text.Append(InstantPattern.ExtendedIso.Format(at));
                break;
            case IEnumerable items when value is not string:
                AppendAll(text, items, depth);
                break;
            case var record when record.GetType().Namespace!.StartsWith("FollowUp", StringComparison.Ordinal) && !record.GetType().IsEnum:
                text.Append(record.GetType().Name);
                foreach (var property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
                {
                    text.AppendLine().Append(' ', 2 * (depth + 1)).Append(property.Name).Append(" = ");
                    Append(text, property.GetValue(record), depth + 1);
                }

                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
        }
    }

    static void AppendAll(StringBuilder text, IEnumerable items, int depth)
    {
        var type = items.GetType();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) && items.Equals(Activator.CreateInstance(type)))
        {
            text.Append("default");
            return;
        }

        text.Append('[');
        foreach (var item in items)
        {
            Append(text, item, depth + 1);
            text.Append("; ");
        }

        text.Append(']');
    }
}
