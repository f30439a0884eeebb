using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;
using FollowUp.Local.CommandLine;

namespace FollowUp.Local.ImportExport;

/// <summary>Reads submissions from a CSV or JSON file. The first character tells which it is.</summary>
static class ImportFile
{
    /// <returns>Each submission with its place in the file, as in "line 3" or "item 3".</returns>
    /// <exception cref="BadArgumentException">The file cannot be read or is not valid, or a column is unknown.</exception>
    public static IReadOnlyList<(string Place, JsonElement Json)> Read(string path)
    {
        try
        {
            var text = File.ReadAllText(path);
            return text.AsSpan().TrimStart() is ['[' or '{', ..] ? ReadJson(text) : ReadCsv(text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadArgumentException($"FILE: '{path}' cannot be read: {e.Message}");
        }
        catch (JsonException e)
        {
            throw new BadArgumentException($"FILE: '{path}' is not valid JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.");
        }
        catch (CsvFormatException)
        {
            throw new BadArgumentException($"FILE: '{path}' is not valid CSV.");
        }
    }

    /// <summary>Reads submissions in the form of the website API, or an export, which has them under <c>submission</c>.</summary>
    static List<(string, JsonElement)> ReadJson(string text)
    {
        using var json = JsonDocument.Parse(text);
        var root = json.RootElement.Clone();
        var items = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToList() : [root];
        return [.. items.Select((item, i) => ($"item {i + 1}", GetSubmission(item)))];
    }

    static JsonElement GetSubmission(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("submission", out var submission) ? submission : item;

    static List<(string, JsonElement)> ReadCsv(string text)
    {
        using var csv = CsvReader.FromText(text, CsvReaderOptions.Default with { TrimWhitespace = true, TrackLineNumbers = true });
        csv.ReadHeader();
        var columns = csv.Headers.ToArray().Select(FindColumn).ToList();
        var items = new List<(string, JsonElement)>();
        while (csv.Read())
        {
            var json = new JsonObject();
            var cells = csv.Current.ToArray();
            foreach (var (column, cell) in columns.Zip(cells))
            {
                if (column is not null)
                {
                    SubmissionJson.SetField(json, column, CsvInjection.Unescape(cell));
                }
            }

            items.Add(($"line {csv.LineNumber}", JsonSerializer.SerializeToElement(json)));
        }

        return items;
    }

    /// <summary>Null for a column that an import ignores.</summary>
    static SubmissionColumn? FindColumn(string name) =>
        name.StartsWith(StateColumns.Prefix, StringComparison.Ordinal) ? null
            : SubmissionColumn.Find(name) ?? throw new BadArgumentException(
                $"FILE: the column '{name}' is not known. Known are: {string.Join(", ", SubmissionColumn.All.Select(c => c.Path))}.");
}
