using FollowUp.Application.Integrity;
using FollowUp.Infra.Tests.Templates;

namespace FollowUp.Infra.Tests.Settings;

/// <summary>The code, docs/operations/settings.md and the template name the same settings: none is missing, none is unread.</summary>
public class SettingsTests
{
    static readonly string[] AzureProjects = [
        "FollowUp.Functions", "FollowUp.Functions.AzureServices", "FollowUp.Web", "FollowUp.Delivery", "FollowUp.Storage", "FollowUp.Application",
    ];
    static readonly string[] LocalProjects = ["FollowUp.Local", "FollowUp.Web", "FollowUp.Delivery", "FollowUp.Storage", "FollowUp.Application"];

    [Fact]
    public void The_page_lists_what_the_Azure_host_reads() =>
        Assert.Equal(
            SettingsScanner.Names(AzureProjects).Concat(SettingsScanner.NamesInHostJson()).Except(SettingsPage.For("platform")).Distinct().Order(),
            SettingsPage.For("functions").Order());

    [Fact]
    public void The_page_lists_what_the_local_host_reads() =>
        Assert.Equal(SettingsScanner.Names(LocalProjects).Order(), SettingsPage.For("local").Order());

    [Fact]
    public async Task The_template_sets_what_the_page_lists_and_nothing_else()
    {
        var listed = SettingsPage.Rows.Where(r => r.IsSetInAzure).Select(r => r.Name);

        Assert.Equal(listed.Order(), (await DeploymentSnapshot.Full).Settings.Keys.Order());
        Assert.Subset((await DeploymentSnapshot.Full).Settings.Keys.ToHashSet(), (await DeploymentSnapshot.Small).Settings.Keys.ToHashSet());
        Assert.Equal((await DeploymentSnapshot.Small).Settings.Keys, (await DeploymentSnapshot.Large).Settings.Keys);
    }

    [Fact]
    public async Task The_template_connects_by_identity()
    {
        foreach (var deployment in await DeploymentSnapshot.All)
        {
            var settings = deployment.Settings;
            Assert.Equal("managedidentity", settings["AzureWebJobsStorage__credential"]);
            Assert.Contains("AzureWebJobsStorage__accountName", settings.Keys);
            Assert.DoesNotContain("AzureWebJobsStorage", settings.Keys);
            Assert.EndsWith("Authorization=AAD", new TemplateEvaluator(deployment).GetValue("APPLICATIONINSIGHTS_AUTHENTICATION_STRING"), StringComparison.Ordinal);
            Assert.DoesNotContain(settings.Values, v => v.Contains("AccountKey", StringComparison.OrdinalIgnoreCase) || v.Contains("SharedAccess", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Secrets_reach_the_app_as_references_to_the_vault()
    {
        foreach (var deployment in await DeploymentSnapshot.All)
        {
            var secrets = deployment.OfType("Microsoft.KeyVault/vaults/secrets").Select(s => s.GetText("properties", "value")).ToArray();
            Assert.Equal(5, secrets.Length);
            Assert.All(secrets, secret => Assert.DoesNotContain(deployment.Settings.Values, v => v.Contains(secret, StringComparison.Ordinal)));
            Assert.DoesNotContain(JsonNodeExtensions.AllTexts(deployment.Root["outputs"]), text => secrets.Any(s => text.Contains(s, StringComparison.Ordinal)));
            Assert.StartsWith("@Microsoft.KeyVault(", new TemplateEvaluator(deployment).Evaluate(deployment.Settings["Webhook__Secret"]), StringComparison.Ordinal);
            Assert.StartsWith("@Microsoft.KeyVault(", new TemplateEvaluator(deployment).Evaluate(deployment.Settings["MailEvents__Key"]), StringComparison.Ordinal);
            Assert.StartsWith("@Microsoft.KeyVault(", new TemplateEvaluator(deployment).Evaluate(deployment.Settings["InboundMail__Key"]), StringComparison.Ordinal);
            Assert.False(AnchorKeys.Parse(new TemplateEvaluator(deployment).GetValue("Anchors__Keys")).IsEmpty);
        }
    }
}
