using System.Text;
using System.Text.RegularExpressions;

namespace FollowUp.Infra.Tests.Templates;

/// <summary>
/// Stands in for Azure where the template leaves a value to be worked out there: resource properties take plausible values, references to
/// the vault give the secret that lies in it.
/// </summary>
sealed partial class TemplateEvaluator(DeploymentSnapshot deployment)
{
    static readonly Dictionary<string, string> Properties = new()
    {
        ["clientId"] = "11111111-2222-3333-4444-555555555555",
        ["ConnectionString"] = "InstrumentationKey=11111111-2222-3333-4444-555555555555;IngestionEndpoint=https://francecentral-1.in.applicationinsights.azure.com/",
        ["endpoint"] = "https://dts-test.francecentral.durabletask.io",
        ["fromSenderDomain"] = "11111111-2222-3333-4444-555555555555.azurecomm.net",
        ["hostName"] = "acs-test.france.communication.azure.com",
        ["keyUri"] = "https://kv-test.vault.azure.net/keys/data-protection",
        ["table"] = "https://stprjtest.table.core.windows.net/",
        ["vaultUri"] = "https://kv-test.vault.azure.net/",
    };

    public IDictionary<string, string?> Settings => deployment.Settings.Keys.ToDictionary(
        name => name.Replace("__", ":", StringComparison.Ordinal), name => (string?)GetValue(name));

    /// <summary>What the app would read.</summary>
    public string GetValue(string setting)
    {
        var value = Evaluate(deployment.Settings[setting]);
        return VaultReference().Match(value) is { Success: true } reference ? Evaluate(GetSecret(reference.Groups["secret"].Value)) : value;
    }

    /// <exception cref="NotSupportedException">The template uses a function that is not worked out here.</exception>
    public string Evaluate(string value)
    {
        if (!value.StartsWith('['))
        {
            return value;
        }

        var guids = 0;
        var expression = NewGuid().Replace(value[1..^1], _ => $"'0f0e0d0c-{++guids:x4}-4000-8000-0123456789ab'");
        expression = UtcNow().Replace(expression, "'2026-11-23T09:00:00'");
        expression = Reference().Replace(expression, m => $"'{Properties[m.Groups["property"].Value]}'");
        for (var before = ""; before != expression;)
        {
            before = expression;
            expression = Format().Replace(expression, m => $"'{FormatText(m.Groups["text"].Value, m.Groups["argument"].Captures)}'");
            expression = Replacing().Replace(expression, m => $"'{m.Groups["text"].Value.Replace(m.Groups["old"].Value, m.Groups["new"].Value, StringComparison.Ordinal)}'");
            expression = Base64().Replace(expression, m => $"'{Convert.ToBase64String(Encoding.UTF8.GetBytes(m.Groups["text"].Value))}'");
            expression = Split().Replace(expression, m => $"'{m.Groups["text"].Value.Split(m.Groups["by"].Value)[int.Parse(m.Groups["at"].Value, null)]}'");
        }

        return Literal().Match(expression) is { Success: true } literal
            ? literal.Groups["text"].Value
            : throw new NotSupportedException($"Cannot work out {expression}.");
    }

    string GetSecret(string name) => deployment.OfType("Microsoft.KeyVault/vaults/secrets")
        .Single(s => s.GetText("name").EndsWith("/" + name, StringComparison.Ordinal)).GetText("properties", "value");

    static string FormatText(string text, CaptureCollection arguments) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, text, [.. arguments.Select(a => (object)a.Value)]);

    [GeneratedRegex(@"reference\('[^']*', '[^']*'\)(?:\.\w+)*\.(?<property>\w+)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"format\('(?<text>[^']*)'(?:, '(?<argument>[^']*)')+\)")]
    private static partial Regex Format();

    [GeneratedRegex(@"newGuid\(\)")]
    private static partial Regex NewGuid();

    [GeneratedRegex(@"utcNow\('[^']*'\)")]
    private static partial Regex UtcNow();

    [GeneratedRegex(@"replace\('(?<text>[^']*)', '(?<old>[^']*)', '(?<new>[^']*)'\)")]
    private static partial Regex Replacing();

    [GeneratedRegex(@"base64\('(?<text>[^']*)'\)")]
    private static partial Regex Base64();

    [GeneratedRegex(@"split\('(?<text>[^']*)', '(?<by>[^']*)'\)\[(?<at>\d+)\]")]
    private static partial Regex Split();

    [GeneratedRegex(@"^'(?<text>[^']*)'$")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^@Microsoft\.KeyVault\(SecretUri=https://[^/]+/secrets/(?<secret>[\w-]+)\)$")]
    private static partial Regex VaultReference();
}
