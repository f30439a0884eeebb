using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;

namespace FollowUp.Storage.Tables;

/// <summary>
/// A row of a table as one line of JSON: <c>p</c> and <c>r</c> are its keys, <c>c</c> its columns. Texts and truth values are written as they are, other
/// values as an object with one member that names the type.
/// </summary>
static class TablesBackupRow
{
    public static string Write(TableEntity row)
    {
        var columns = new JsonObject();
        foreach (var (name, value) in row)
        {
            if (name is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"))
            {
                columns[name] = Write(name, value);
            }
        }

        return new JsonObject { ["p"] = row.PartitionKey, ["r"] = row.RowKey, ["c"] = columns }.ToJsonString();
    }

    /// <exception cref="JsonException">The line is no row.</exception>
    public static TableEntity Read(string line)
    {
        try
        {
            var json = JsonNode.Parse(line)!;
            var row = new TableEntity((string)json["p"]!, (string)json["r"]!);
            foreach (var (name, value) in json["c"]!.AsObject())
            {
                row[name] = Read(value!);
            }

            return row;
        }
        catch (Exception e) when (e is NullReferenceException or InvalidOperationException or FormatException)
        {
            throw new JsonException("The line is no row of a table.", e);
        }
    }

    static JsonNode? Write(string name, object? value) => value switch
    {
        string text => text,
        bool truth => truth,
        int number => new JsonObject { ["int"] = number },
        long number => new JsonObject { ["long"] = number.ToString(CultureInfo.InvariantCulture) },
        double number => new JsonObject { ["double"] = number.ToString("R", CultureInfo.InvariantCulture) },
        DateTimeOffset time => new JsonObject { ["time"] = time.ToString("O", CultureInfo.InvariantCulture) },
        Guid id => new JsonObject { ["guid"] = id.ToString() },
        byte[] bytes => new JsonObject { ["bytes"] = Convert.ToBase64String(bytes) },
        BinaryData bytes => new JsonObject { ["bytes"] = Convert.ToBase64String(bytes) },
        _ => throw new NotSupportedException($"The column {name} has a type that no backup knows: {value?.GetType().Name}."),
    };

    static object Read(JsonNode value) => value is JsonValue plain
        ? plain.GetValueKind() == JsonValueKind.String ? (string)plain! : (bool)plain
        : value.AsObject().Single() is var (type, inner) && type switch
        {
            "int" => (int)inner!,
            "long" => long.Parse((string)inner!, CultureInfo.InvariantCulture),
            "double" => double.Parse((string)inner!, CultureInfo.InvariantCulture),
            "time" => DateTimeOffset.ParseExact((string)inner!, "O", CultureInfo.InvariantCulture),
            "guid" => Guid.Parse((string)inner!),
            "bytes" => Convert.FromBase64String((string)inner!),
            _ => (object?)null,
        } is { } typed ? typed : throw new FormatException("The type of a column is not known.");
}
