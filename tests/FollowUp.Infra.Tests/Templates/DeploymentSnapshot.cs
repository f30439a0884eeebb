using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FollowUp.Infra.Tests.Templates;

/// <summary>The resources that a deployment with a parameter file would create, with all modules and conditions evaluated by the compiler.</summary>
sealed class DeploymentSnapshot
{
    static readonly ConcurrentDictionary<string, Lazy<Task<DeploymentSnapshot>>> Loaded = new();

    readonly JsonArray resources;

    DeploymentSnapshot(JsonNode snapshot, string diagnostics)
    {
        Root = snapshot;
        Diagnostics = diagnostics;
        resources = snapshot["predictedResources"]!.AsArray();
    }

    public JsonNode Root { get; }

    /// <summary>What the compiler printed about the parameter file and its template.</summary>
    public string Diagnostics { get; }

    public static Task<DeploymentSnapshot> Small => GetOrLoad("small.bicepparam");

    public static Task<DeploymentSnapshot> Large => GetOrLoad("large.bicepparam");

    /// <summary>Everything optional at once: scheduler, network, own domain, Entra ID, webhooks.</summary>
    public static Task<DeploymentSnapshot> Full => CreateVariant("full", """
        param orchestrations = 'scheduler'
        param privateNetwork = true
        param mailDomain = 'mail.marketplace.example'
        param mailDomainVerified = true
        param publicAddress = 'https://suivi.marketplace.example'
        param webhookTarget = 'https://www.marketplace.example/hooks/followup'
        param consoleEntraClientId = '11111111-2222-3333-4444-555555555555'
        param alertEmails = ['ops@marketplace.example']
        """);

    public static Task<DeploymentSnapshot[]> All => Task.WhenAll(Small, Large, Full);

    public IEnumerable<JsonObject> Resources => resources.Select(r => r!.AsObject());

    public IEnumerable<JsonObject> OfType(string type) => Resources.Where(r => GetResourceType(r) == type);

    public static string GetResourceType(JsonObject resource) => resource["type"]!.GetValue<string>();

    /// <summary>The app's settings in the template: literals, or expressions that only Azure can evaluate.</summary>
    public Dictionary<string, string> Settings => OfType("Microsoft.Web/sites/config")
        .Single(c => c["name"]!.GetValue<string>().EndsWith("/appsettings", StringComparison.Ordinal))["properties"]!
        .AsObject().ToDictionary(p => p.Key, p => p.Value!.GetValue<string>());

    /// <summary>Returns the compiler's errors for these parameters; empty when it accepts them.</summary>
    public static async Task<string> GetCompilerErrors(string name, string parameters)
    {
        var file = await WriteVariant(name, parameters);
        var (code, output, errors) = await RunSnapshot(file);
        return code == 0 ? "" : output + errors;
    }

    static async Task<DeploymentSnapshot> CreateVariant(string name, string parameters) => await GetOrLoad(await WriteVariant(name, parameters));

    static async Task<string> WriteVariant(string name, string parameters)
    {
        BicepCompiler.SkipUnlessItRuns();
        var file = name + ".bicepparam";
        var required = new Dictionary<string, string>
        {
            ["environmentName"] = "'test'", ["location"] = "'francecentral'", ["departmentPhone"] = "'+33 1 99 00 00 00'",
        };
        var rest = required.Where(p => !parameters.Contains($"param {p.Key} ", StringComparison.Ordinal)).Select(p => $"param {p.Key} = {p.Value}");
        await File.WriteAllTextAsync(Path.Combine(BicepCompiler.Folder, file), string.Join('\n', ["using 'main.bicep'", .. rest, parameters, ""]));
        return file;
    }

    static Task<DeploymentSnapshot> GetOrLoad(string file) => Loaded.GetOrAdd(file, f => new Lazy<Task<DeploymentSnapshot>>(() => Load(f))).Value;

    static async Task<DeploymentSnapshot> Load(string file)
    {
        var (code, output, errors) = await RunSnapshot(file);
        Assert.True(code == 0, $"{file}: {output}{errors}");
        await using var json = File.OpenRead(Path.Combine(BicepCompiler.Folder, Path.ChangeExtension(file, ".snapshot.json")));
        return new DeploymentSnapshot((await JsonSerializer.DeserializeAsync<JsonNode>(json))!, (output + errors).Trim());
    }

    static Task<(int ExitCode, string Output, string Errors)> RunSnapshot(string file) => BicepCompiler.Run(
        "snapshot", file, "--mode", "overwrite", "--location", "francecentral",
        "--subscription-id", "00000000-0000-0000-0000-000000000001", "--tenant-id", "00000000-0000-0000-0000-000000000002");
}
