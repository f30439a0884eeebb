using System.Text.Json.Nodes;

namespace FollowUp.Infra.Tests.Templates;

public class ParameterTests
{
    [Fact]
    public async Task Every_parameter_says_what_it_is_for_and_every_number_has_its_bounds()
    {
        var parameters = (await BicepCompiler.GetCompiled("main.bicep"))["parameters"]!.AsObject();

        foreach (var (name, parameter) in parameters)
        {
            Assert.True(parameter!.GetText("metadata", "description").Length > 10, $"{name} has no description.");
            if (parameter!.GetText("type") == "int")
            {
                Assert.True(parameter!["minValue"] is not null || parameter["allowedValues"] is not null, $"{name} has no least value.");
            }
        }

        Assert.All(parameters.Where(p => p.Key.EndsWith("Secret", StringComparison.Ordinal) || p.Key.EndsWith("Key", StringComparison.Ordinal)),
            p => Assert.Equal("securestring", p.Value!.GetText("type")));
    }

    [Fact]
    public async Task No_output_is_secret_or_made_of_a_secret()
    {
        foreach (var (path, template) in JsonNodeExtensions.AllObjects(await BicepCompiler.GetCompiled("main.bicep")).Where(o => o.Object["outputs"] is JsonObject && o.Object["resources"] is not null))
        {
            var secure = template["parameters"]!.AsObject().Where(p => p.Value!.GetText("type").StartsWith("secure", StringComparison.Ordinal)).Select(p => p.Key).ToArray();
            foreach (var (name, output) in template["outputs"]!.AsObject())
            {
                Assert.False(output!.GetText("type").StartsWith("secure", StringComparison.Ordinal), $"{path}.outputs.{name}");
                Assert.DoesNotContain(secure, s => output!.GetText("value").Contains($"parameters('{s}')", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task Names_come_from_the_environment_and_a_token_and_all_that_bears_tags_has_them()
    {
        var deployment = await DeploymentSnapshot.Large;
        var token = deployment.OfType("Microsoft.Web/sites").Single().GetText("name")["func-".Length..];

        Assert.Equal("rg-production", deployment.OfType("Microsoft.Resources/resourceGroups").Single().GetText("name"));
        Assert.Equal(13, token.Length);
        Assert.All(deployment.Resources.Where(r => r["tags"] is not null), r => Assert.Equal("production", r.GetText("tags", "azd-env-name")));
        Assert.All(
            deployment.Resources.Where(r => r["location"] is not null && DeploymentSnapshot.GetResourceType(r) is not ("Microsoft.Resources/resourceGroups" or "Microsoft.Insights/scheduledQueryRules")
                && DeploymentSnapshot.GetResourceType(r).Count(c => c == '/') == 1 && !DeploymentSnapshot.GetResourceType(r).EndsWith("privateDnsZones", StringComparison.Ordinal)),
            r => Assert.EndsWith(token, r.GetText("name"), StringComparison.Ordinal));
        Assert.Equal("followup", deployment.OfType("Microsoft.Web/sites").Single().GetText("tags", "azd-service-name"));
    }

    [Fact]
    public async Task What_cannot_work_together_is_refused_with_the_parameter_and_the_rule()
    {
        var refusal = await DeploymentSnapshot.GetCompilerErrors("at-odds", """
            param orchestrations = 'scheduler'
            param schedulerRetentionDays = 60
            param zoneRedundant = true
            param storageRedundancy = 'Standard_LRS'
            param alwaysReadyInstances = 1
            param mailDomainVerified = true
            param mailPerMinute = 200
            param mailPerHour = 100
            param webhookTarget = 'http://marketplace.example/hook'
            param publicAddress = 'suivi.marketplace.example/'
            """);

        Assert.Contains("orchestrations: the scheduler is reached through a private endpoint only", refusal, StringComparison.Ordinal);
        Assert.Contains("schedulerRetentionDays: Consumption keeps", refusal, StringComparison.Ordinal);
        Assert.Contains("storageRedundancy: an app in several zones", refusal, StringComparison.Ordinal);
        Assert.Contains("alwaysReadyInstances: one instance is in one zone", refusal, StringComparison.Ordinal);
        Assert.Contains("mailDomainVerified: there is no mailDomain", refusal, StringComparison.Ordinal);
        Assert.Contains("mailPerHour: must not be less", refusal, StringComparison.Ordinal);
        Assert.Contains("webhookTarget: must begin with https://", refusal, StringComparison.Ordinal);
        Assert.Contains("publicAddress: must begin with https://", refusal, StringComparison.Ordinal);
        Assert.Contains("publicAddress: must not end with a slash", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_out_of_bounds_is_refused_where_it_stands()
    {
        var refusal = await DeploymentSnapshot.GetCompilerErrors("out-of-bounds", """
            param location = 'eastus'
            param retentionDays = 7
            param instanceMemoryMB = 1024
            """);

        Assert.Equal(3, refusal.Split('\n').Count(line => line.Contains("out-of-bounds.bicepparam(", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Entra_ID_stands_in_front_of_the_console_and_of_no_other_door()
    {
        var settings = (await DeploymentSnapshot.Full).OfType("Microsoft.Web/sites/config").Single(c => c.GetText("name").EndsWith("/authsettingsV2", StringComparison.Ordinal));
        var open = settings["properties"]!["globalValidation"]!["excludedPaths"]!.AsArray().Select(p => p!.ToString()).ToArray();

        Assert.Contains("/l/*", open);
        Assert.Contains("/api/*", open);
        Assert.Contains("/mail-events", open);
        Assert.Contains(FollowUp.Web.InboundMail.InboundMailEndpoint.Path, open);
        Assert.All(["/privacy", "/legal", "/charter", "/guide"], path => Assert.Contains(path, open));

        // A calendar program cannot sign in; its address holds a token.
        Assert.DoesNotContain(
            open, path => path.StartsWith("/desk", StringComparison.Ordinal) && path != "/desk/calendar/*");
        Assert.DoesNotContain(open, path => path is "/" or "/*");
        Assert.DoesNotContain((await DeploymentSnapshot.Small).OfType("Microsoft.Web/sites/config"), c => c.GetText("name").EndsWith("/authsettingsV2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Delivery_reports_come_to_the_door_that_the_app_opens_with_the_key_it_asks_for()
    {
        var compiled = await BicepCompiler.GetCompiled("post-deploy.bicep");
        var subscription = JsonNodeExtensions.AllObjects(compiled).Select(o => o.Object).Single(o => o.GetText("type") == "Microsoft.EventGrid/systemTopics/eventSubscriptions");

        Assert.Contains(JsonNodeExtensions.AllTexts(compiled), text => text.Contains(FollowUp.Web.InboundMail.MailEvents.MailEventsEndpoint.Path, StringComparison.Ordinal));
        Assert.Equal("Microsoft.Communication.EmailDeliveryReportReceived", subscription["properties"]!["filter"]!["includedEventTypes"]!.AsArray().Single()!.ToString());
        var header = subscription["properties"]!["destination"]!["properties"]!["deliveryAttributeMappings"]!.AsArray().Single()!;
        Assert.Equal(FollowUp.Web.InboundMail.MailEvents.MailEventsEndpoint.KeyHeader, header.GetText("name"));
        Assert.True(header.GetFlag("properties", "isSecret"));
    }
}
