using System.Text.Json.Nodes;
using FollowUp.Application.Serialization;
using FollowUp.Application.Settings;

namespace FollowUp.Web.Shared.Settings;

/// <summary>Which settings differ between two versions, for the audit log. It names them and tells no value.</summary>
static class SettingsChange
{
    /// <summary>The stored names in ordinal order, such as <c>mail.fromAddress</c>.</summary>
    public static IReadOnlyList<string> ListFields(DepartmentSettings before, DepartmentSettings after)
    {
        var (old, changed) = (Flatten(before), Flatten(after));
        return [.. old.Keys.Union(changed.Keys).Where(name => old.GetValueOrDefault(name) != changed.GetValueOrDefault(name)).Order(StringComparer.Ordinal)];
    }

    static Dictionary<string, string> Flatten(DepartmentSettings settings)
    {
        var values = new Dictionary<string, string>();
        foreach (var (name, value) in JsonNode.Parse(RecordJson.Write(settings))!.AsObject())
        {
            if (value is JsonObject section)
            {
                foreach (var (field, inner) in section)
                {
                    values[$"{name}.{field}"] = inner?.ToJsonString() ?? "";
                }
            }
            else
            {
                values[name] = value?.ToJsonString() ?? "";
            }
        }

        return values;
    }
}
