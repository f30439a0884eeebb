// Writes functions/FollowUp.Functions/local.settings.json for development against this environment.
//
//     dotnet run --file infra/hooks/local-settings.cs
//
// The sample's settings use nothing outside the machine: storage by Azurite, mails in the mailbox page. With FOLLOWUP_LOCAL_MAIL=true mails
// leave through the environment's mail service. Settings that were changed by hand are kept.

using System.Text.Json;
using System.Text.Json.Nodes;

var root = Directory.GetCurrentDirectory();
while (!File.Exists(Path.Combine(root, "azure.yaml")))
{
    if (Path.GetDirectoryName(root) is not { } parent)
    {
        return Fail("azure.yaml is in no folder above this one: run this inside the repository.");
    }

    root = parent;
}

var app = Path.Combine(root, "functions", "FollowUp.Functions");
var target = Path.Combine(app, "local.settings.json");
if (Read(Path.Combine(app, "local.settings.sample.json")) is not { } settings || settings["Values"] is not JsonObject values)
{
    return Fail("functions/FollowUp.Functions/local.settings.sample.json is missing or has no Values.");
}

var changedByHand = 0;
if (Read(target)?["Values"] is JsonObject existing)
{
    foreach (var (name, value) in existing)
    {
        changedByHand += values[name]?.ToString() == value?.ToString() ? 0 : 1;
        values[name] = value?.DeepClone();
    }
}

// Developers may set it later and run this again.
if (Environment.GetEnvironmentVariable("FOLLOWUP_LOCAL_MAIL") == "true")
{
    if (!TrySetFromEnvironment("FOLLOWUP_MAIL_ENDPOINT", "Mail__Endpoint") || !TrySetFromEnvironment("FOLLOWUP_MAIL_SENDER", "Mail__From"))
    {
        return Fail("The environment names no mail service: run azd provision first, or unset FOLLOWUP_LOCAL_MAIL.");
    }
}

// Written to a second file and then moved, so that a crash leaves either the old or the new file.
var temporaryFile = target + ".new";
File.WriteAllText(temporaryFile, settings.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + Environment.NewLine);
File.Move(temporaryFile, target, overwrite: true);
Console.WriteLine($"{Path.GetRelativePath(root, target)}: {values.Count} settings, {changedByHand} of them changed by hand and kept.");
return 0;

bool TrySetFromEnvironment(string variable, string setting)
{
    var value = Environment.GetEnvironmentVariable(variable);
    values[setting] = value;
    return !string.IsNullOrEmpty(value);
}

static JsonObject? Read(string file) => !File.Exists(file)
    ? null
    : JsonNode.Parse(File.ReadAllText(file), documentOptions: new JsonDocumentOptions
    {
        CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true,
    }) as JsonObject;

static int Fail(string reason)
{
    Console.Error.WriteLine(reason);
    return 1;
}
