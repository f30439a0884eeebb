using System.Globalization;
using System.Text.Json.Nodes;

namespace FollowUp.Local.ImportExport;

/// <summary>A submission in the form of the website API.</summary>
static class SubmissionJson
{
    public static JsonObject Create(StoredSubmission submission)
    {
        var json = new JsonObject();
        foreach (var column in SubmissionColumn.All)
        {
            SetField(json, column, column.GetValue(submission));
        }

        return json;
    }

    /// <summary>Sets the member at the path of the column. An empty value is left out.</summary>
    public static void SetField(JsonObject json, SubmissionColumn column, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        var names = column.Path.Split('.');
        foreach (var name in names[..^1])
        {
            json = json[name] as JsonObject ?? AddObject(json, name);
        }

        // A value that is no number, or neither true nor false, stays text, so that the rules of the API report it.
        json[names[^1]] = column switch
        {
            { IsBoolean: true } when ReadBoolean(value) is { } truth => JsonValue.Create(truth),
            { IsNumber: true } when decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                => JsonValue.Create(number),
            _ => JsonValue.Create(value),
        };
    }

    /// <summary>As the export writes it, and as a French or English spreadsheet does; null for another value.</summary>
    static bool? ReadBoolean(string value) => value.Trim().ToLowerInvariant() switch
    {
        "true" or "vrai" or "oui" or "yes" or "1" => true,
        "false" or "faux" or "non" or "no" or "0" => false,
        _ => null,
    };

    static JsonObject AddObject(JsonObject json, string name)
    {
        var inner = new JsonObject();
        json[name] = inner;
        return inner;
    }
}
