using System.Globalization;
using Azure.Data.Tables;

namespace FollowUp.Storage.Tables;

/// <summary>Texts longer than a property of a row: a property holds 64 KiB, which is 32,768 UTF-16 units. A longer text is split over several properties.</summary>
static class LongTextExtensions
{
    const int MaxPartLength = 32_000;

    public static TableEntity SetText(this TableEntity row, string name, string text)
    {
        var parts = 0;
        for (var start = 0; start < text.Length || parts == 0; parts++)
        {
            var length = Math.Min(MaxPartLength, text.Length - start);
            if (length > 0 && start + length < text.Length && char.IsHighSurrogate(text[start + length - 1])) length--;
            row[FormatPartName(name, parts)] = text.Substring(start, length);
            start += length;
        }

        // A merge does not delete properties of a longer text that was stored before, so the number of parts is stored too.
        row[$"{name}Parts"] = parts;
        return row;
    }

    /// <returns>Null when the row has no such text.</returns>
    public static string? GetTextOrNull(this TableEntity row, string name) => row.GetInt32($"{name}Parts") switch
    {
        null or 0 => null,
        1 => row.GetString(name),
        var parts => string.Concat(Enumerable.Range(0, parts.Value).Select(part => row.GetString(FormatPartName(name, part)))),
    };

    /// <exception cref="FormatException">The row has no such text.</exception>
    public static string GetText(this TableEntity row, string name) =>
        row.GetTextOrNull(name) ?? throw new FormatException($"The row {row.RowKey} of {row.PartitionKey} has no text {name}.");

    static string FormatPartName(string name, int part) => part == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}{part}");
}
