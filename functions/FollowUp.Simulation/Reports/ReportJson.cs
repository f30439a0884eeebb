using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime.Text;

namespace FollowUp.Simulation.Reports;

/// <summary>A report as JSON. The same request gives the same bytes.</summary>
public static class ReportJson
{
    static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The indented document.</summary>
    public static string Format(SimulationReport report)
    {
        var request = report.Request;
        return new JsonObject
        {
            ["projects"] = request.Projects,
            ["months"] = request.Months,
            ["seed"] = request.Seed,
            ["runs"] = request.Runs,
            ["from"] = LocalDatePattern.Iso.Format(request.From),
            ["coordinators"] = report.Coordinators,
            ["cadence"] = request.Cadence.Version,
            ["against"] = report.Against?.Cadence.Version,
            ["metrics"] = new JsonArray([.. report.Lines.Select(ToJson)]),
        }.ToJsonString(Options);
    }

    static JsonObject ToJson(ReportLine line)
    {
        var json = new JsonObject
        {
            ["name"] = line.Metric.Name,
            ["unit"] = JsonNamingPolicy.KebabCaseLower.ConvertName(line.Metric.Unit.ToString()),
            ["p10"] = Round(line.Band.Low),
            ["p50"] = Round(line.Band.Median),
            ["p90"] = Round(line.Band.High),
        };
        if (line is { Against: { } against, Difference: { } difference })
        {
            json["against"] = new JsonObject { ["p10"] = Round(against.Low), ["p50"] = Round(against.Median), ["p90"] = Round(against.High) };
            json["difference"] = new JsonObject
            {
                ["mean"] = Round(difference.Mean),
                ["low99"] = Round(difference.Low),
                ["high99"] = Round(difference.High),
                ["verdict"] = JsonNamingPolicy.KebabCaseLower.ConvertName(difference.Verdict.ToString()),
            };
        }

        return json;
    }

    /// <summary>Five decimals, so that the last bits of a division do not show.</summary>
    static JsonValue? Round(double? value) => value is { } number ? JsonValue.Create(Math.Round((decimal)number, 5)) : null;
}
