// Writes functions/FollowUp.Functions/local.settings.json for whoever develops against this environment:
//
//     dotnet run --file infra/hooks/local-settings.cs
//
// The sample's settings keep a developer's machine to itself: storage by Azurite, mails in the mailbox page. With FOLLOWUP_LOCAL_MAIL=true
// the environment's mail service is used, and mails leave. What the developer has changed by hand stays as it is.

using System.Text.Json;
using System.Text.Json.Nodes;

var root = Directory.GetCurrentDirectory();
while (!File.Exists(Path.Combine(root, "azure.yaml")))
{
    if (Path.GetDirectoryName(root) is not { } parent)
    {
        return Fail("azure.yaml is in no folder above this one: start this from the repository.");
    }

    root = parent;
}

var app = Path.Combine(root, "functions", "FollowUp.Functions");
var target = Path.Combine(app, "local.settings.json");
if (Read(Path.Combine(app, "local.settings.sample.json")) is not { } settings || settings["Values"] is not JsonObject values)
{
    return Fail("functions/FollowUp.Functions/local.settings.sample.json is missing or has no Values.");
}

var kept = 0;
if (Read(target)?["Values"] is JsonObject own)
{
    foreach (var (name, value) in own)
    {
        kept += values[name]?.ToString() == value?.ToString() ? 0 : 1;
        values[name] = value?.DeepClone();
    }
}

// Asked for by hand as well, and later.
if (Environment.GetEnvironmentVariable("FOLLOWUP_LOCAL_MAIL") == "true")
{
    if (!Take("FOLLOWUP_MAIL_ENDPOINT", "Mail__Endpoint") || !Take("FOLLOWUP_MAIL_SENDER", "Mail__From"))
    {
        return Fail("The environment names no mail service: run azd provision first, or unset FOLLOWUP_LOCAL_MAIL.");
    }
}

// Written beside and moved into place, so that a crash leaves the old file or the new one.
var draft = target + ".new";
File.WriteAllText(draft, settings.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + Environment.NewLine);
File.Move(draft, target, overwrite: true);
Console.WriteLine($"{Path.GetRelativePath(root, target)}: {values.Count} settings, {kept} of them as they were changed by hand.");
return 0;

bool Take(string output, string setting)
{
    var value = Environment.GetEnvironmentVariable(output);
    values[setting] = value;
    return !string.IsNullOrEmpty(value);
}

static JsonObject? Read(string file) => !File.Exists(file)
    ? null
    : JsonNode.Parse(File.ReadAllText(file), documentOptions: new JsonDocumentOptions
    {
        CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true,
    }) as JsonObject;

static int Fail(string why)
{
    Console.Error.WriteLine(why);
    return 1;
}
