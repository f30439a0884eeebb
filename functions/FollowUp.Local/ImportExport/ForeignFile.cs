using System.Text;

namespace FollowUp.Local.ImportExport;

/// <summary>Recognises files that are neither CSV nor JSON by their first bytes, whatever they are named.</summary>
static class ForeignFile
{
    const string SaveAsCsv = "Save it as “CSV UTF-8” and import that file.";

    /// <summary>What the file is, as the end of a sentence; null for a file that may be CSV or JSON.</summary>
    public static string? Describe(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        text = text.TrimStart(" \t\r\n"u8);
        return text.IsEmpty ? "is empty."
            : text.StartsWith("PK\u0003\u0004"u8) ? $"is a spreadsheet, such as xlsx or ods, whatever its name. {SaveAsCsv}"
            : text.StartsWith((ReadOnlySpan<byte>)[0xd0, 0xcf, 0x11, 0xe0]) ? $"is a spreadsheet of an old Excel (xls). {SaveAsCsv}"
            : text.StartsWith("%PDF-"u8) ? $"is a PDF. {SaveAsCsv}"
            : BeginsWithTag(text) ? $"is a web page, which some programs name a spreadsheet. {SaveAsCsv}"
            : null;
    }

    static bool BeginsWithTag(ReadOnlySpan<byte> text) =>
        Encoding.Latin1.GetString(text[..Math.Min(text.Length, 20)]).ToLowerInvariant() is var start
        && (start.StartsWith("<!doctype", StringComparison.Ordinal) || start.StartsWith("<html", StringComparison.Ordinal)
            || start.StartsWith("<table", StringComparison.Ordinal) || start.StartsWith("<?xml", StringComparison.Ordinal));
}
