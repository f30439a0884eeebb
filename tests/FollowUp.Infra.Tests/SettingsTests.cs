namespace FollowUp.Infra.Tests;

/// <summary>The code, the operations page and the template name the same settings: none is missing, none is read by nobody.</summary>
public class SettingsTests
{
    static readonly string[] AzureRooms = [
        "FollowUp.Functions", "FollowUp.Functions.AzureServices", "FollowUp.Web", "FollowUp.Storage", "FollowUp.Application",
    ];
    static readonly string[] LocalRooms = ["FollowUp.Local", "FollowUp.Web", "FollowUp.Storage", "FollowUp.Application"];

    [Fact]
    public void The_page_lists_what_the_Azure_host_reads() =>
        Assert.Equal(
            ReadSettings.Names(AzureRooms).Concat(ReadSettings.InHostJson()).Except(SettingsPage.For("platform")).Distinct().Order(),
            SettingsPage.For("functions").Order());

    [Fact]
    public void The_page_lists_what_the_local_host_reads() =>
        Assert.Equal(ReadSettings.Names(LocalRooms).Order(), SettingsPage.For("local").Order());

    [Fact]
    public async Task The_template_sets_what_the_page_lists_and_nothing_else()
    {
        var listed = SettingsPage.Rows.Where(r => r.IsSetInAzure).Select(r => r.Name);

        Assert.Equal(listed.Order(), (await Deployment.Full).Settings.Keys.Order());
        Assert.Subset((await Deployment.Full).Settings.Keys.ToHashSet(), (await Deployment.Small).Settings.Keys.ToHashSet());
        Assert.Equal((await Deployment.Small).Settings.Keys, (await Deployment.Large).Settings.Keys);
    }

    [Fact]
    public async Task The_template_connects_by_identity()
    {
        foreach (var deployment in await Deployment.All)
        {
            var settings = deployment.Settings;
            Assert.Equal("managedidentity", settings["AzureWebJobsStorage__credential"]);
            Assert.Contains("AzureWebJobsStorage__accountName", settings.Keys);
            Assert.DoesNotContain("AzureWebJobsStorage", settings.Keys);
            Assert.EndsWith("Authorization=AAD", new Stand(deployment).ValueOf("APPLICATIONINSIGHTS_AUTHENTICATION_STRING"), StringComparison.Ordinal);
            Assert.DoesNotContain(settings.Values, v => v.Contains("AccountKey", StringComparison.OrdinalIgnoreCase) || v.Contains("SharedAccess", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Secrets_reach_the_app_as_references_to_the_vault()
    {
        foreach (var deployment in await Deployment.All)
        {
            var secrets = deployment.OfType("Microsoft.KeyVault/vaults/secrets").Select(s => s.Text("properties", "value")).ToArray();
            Assert.Equal(4, secrets.Length);
            Assert.All(secrets, secret => Assert.DoesNotContain(deployment.Settings.Values, v => v.Contains(secret, StringComparison.Ordinal)));
            Assert.DoesNotContain(JsonWalk.Texts(deployment.Whole["outputs"]), text => secrets.Any(s => text.Contains(s, StringComparison.Ordinal)));
            Assert.StartsWith("@Microsoft.KeyVault(", new Stand(deployment).Evaluate(deployment.Settings["Webhook__Secret"]), StringComparison.Ordinal);
            Assert.StartsWith("@Microsoft.KeyVault(", new Stand(deployment).Evaluate(deployment.Settings["MailEvents__Key"]), StringComparison.Ordinal);
            Assert.StartsWith("@Microsoft.KeyVault(", new Stand(deployment).Evaluate(deployment.Settings["InboundMail__Key"]), StringComparison.Ordinal);
        }
    }
}
