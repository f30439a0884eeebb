using System.Text.Json;
using CsvHelper;
using FollowUp.Local.CommandLine;

namespace FollowUp.Local.ImportExport;

/// <summary>Reads projects from a CSV or JSON file. The first character tells which it is.</summary>
/// <param name="EncodingName">The encoding that was recognised.</param>
/// <param name="Items">The projects in the order of the file.</param>
sealed record ImportFile(string EncodingName, IReadOnlyList<ImportItem> Items)
{
    /// <exception cref="BadArgumentException">The file cannot be read or is not valid, or a column is unknown or stands twice.</exception>
    public static ImportFile Read(string path)
    {
        try
        {
            var (text, encoding) = FileText.Decode(NamedFile.ReadBytes("FILE", path), path);
            return new ImportFile(encoding, text.AsSpan().TrimStart() is ['[' or '{', ..] ? ReadJson(text) : CsvFile.Read(text));
        }
        catch (JsonException e)
        {
            throw new BadArgumentException($"FILE: '{path}' is not valid JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.");
        }
        catch (CsvFormatException e)
        {
            throw new BadArgumentException($"FILE: '{path}' is not valid CSV{(e.LineNumber is > 0 and var line ? $": line {line}" : "")}.");
        }
    }

    /// <summary>Reads submissions in the form of the website API, or an export, which has them under <c>submission</c>.</summary>
    static List<ImportItem> ReadJson(string text)
    {
        using var json = JsonDocument.Parse(text);
        var root = json.RootElement.Clone();
        var items = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToList() : [root];
        return [.. items.Select((item, i) => ToItem($"item {i + 1}", item))];
    }

    static ImportItem ToItem(string place, JsonElement item)
    {
        var submission = item.ValueKind == JsonValueKind.Object && item.TryGetProperty("submission", out var inner) ? inner : item;
        return submission.ValueKind == JsonValueKind.Null
            ? new ImportItem(place, Json: null, [], ExportedState.Read(item))
            : new ImportItem(place, submission, [.. ImportItem.FindLostCharacters(submission)], ExportedState.Read(item));
    }
}
