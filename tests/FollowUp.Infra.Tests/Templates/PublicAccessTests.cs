using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FollowUp.Infra.Tests.Templates;

/// <summary>Nothing is opened by a key, by being public, or to a range of addresses.</summary>
public partial class PublicAccessTests
{
    [Fact]
    public async Task No_template_asks_for_a_key()
    {
        foreach (var file in new[] { "main.bicep", "post-deploy.bicep" })
        {
            Assert.DoesNotContain(JsonNodeExtensions.AllTexts(await BicepCompiler.GetCompiled(file)), text => ListsKeys().IsMatch(text));
        }
    }

    [Fact]
    public async Task Storage_takes_identities_only_over_TLS_12_and_shows_no_blob()
    {
        foreach (var deployment in await DeploymentSnapshot.All)
        {
            var accounts = deployment.OfType("Microsoft.Storage/storageAccounts").ToArray();
            Assert.Equal(3, accounts.Length);
            foreach (var account in accounts.Select(a => a["properties"]!))
            {
                Assert.False(account.GetFlag("allowSharedKeyAccess"));
                Assert.False(account.GetFlag("allowBlobPublicAccess"));
                Assert.False(account.GetFlag("isLocalUserEnabled"));
                Assert.True(account.GetFlag("supportsHttpsTrafficOnly"));
                Assert.Equal("TLS1_2", account.GetText("minimumTlsVersion"));
            }

            Assert.All(deployment.OfType("Microsoft.Storage/storageAccounts/blobServices/containers"), c => Assert.Equal("None", c.GetText("properties", "publicAccess")));
        }
    }

    [Fact]
    public async Task Everything_else_takes_identities_only_too()
    {
        foreach (var deployment in await DeploymentSnapshot.All)
        {
            Assert.True(deployment.OfType("Microsoft.Insights/components").Single().GetFlag("properties", "DisableLocalAuth"));
            Assert.True(deployment.OfType("Microsoft.OperationalInsights/workspaces").Single().GetFlag("properties", "features", "disableLocalAuth"));
            Assert.True(deployment.OfType("Microsoft.Communication/communicationServices").Single().GetFlag("properties", "disableLocalAuth"));
            var vault = deployment.OfType("Microsoft.KeyVault/vaults").Single();
            Assert.True(vault.GetFlag("properties", "enableRbacAuthorization"));
            Assert.True(vault.GetFlag("properties", "enablePurgeProtection"));
            Assert.All(deployment.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies"), p => Assert.False(p.GetFlag("properties", "allow")));
            Assert.Equal(2, deployment.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies").Count());
        }
    }

    [Fact]
    public async Task The_vault_writes_its_audit_events_to_the_workspace()
    {
        foreach (var deployment in await DeploymentSnapshot.All)
        {
            var audit = deployment.OfType("Microsoft.Insights/diagnosticSettings").Single();
            var log = Assert.Single(audit["properties"]!["logs"]!.AsArray())!;
            Assert.Equal("audit", log.GetText("categoryGroup"));
            Assert.True(log.GetFlag("enabled"));
        }
    }

    [Fact]
    public async Task The_app_speaks_https_with_TLS_12_only()
    {
        foreach (var deployment in await DeploymentSnapshot.All)
        {
            var site = deployment.OfType("Microsoft.Web/sites").Single()["properties"]!;
            Assert.True(site.GetFlag("httpsOnly"));
            Assert.Equal("1.2", site.GetText("siteConfig", "minTlsVersion"));
            Assert.Equal("1.2", site.GetText("siteConfig", "scmMinTlsVersion"));
            Assert.Equal("Disabled", site.GetText("siteConfig", "ftpsState"));
        }
    }

    [Fact]
    public async Task No_address_range_is_let_in()
    {
        foreach (var deployment in await DeploymentSnapshot.All)
        {
            Assert.DoesNotContain(JsonNodeExtensions.AllTexts(deployment.Root), text => OpenRange().IsMatch(text));
            Assert.All(Lists(deployment, "ipRules").Concat(Lists(deployment, "ipAllowlist")), list => Assert.Empty(list));

            foreach (var (path, rule) in JsonNodeExtensions.AllObjects(deployment.Root).Where(o => o.Object.GetText("access") == "Allow"))
            {
                var from = rule.GetText("sourceAddressPrefix");
                Assert.True(from.StartsWith("10.", StringComparison.Ordinal), $"{path} lets '{from}' in.");
            }
        }
    }

    [Fact]
    public async Task In_a_private_network_what_keeps_data_is_shut_and_has_an_endpoint_inside()
    {
        foreach (var deployment in new[] { await DeploymentSnapshot.Large, await DeploymentSnapshot.Full })
        {
            foreach (var resource in deployment.OfType("Microsoft.Storage/storageAccounts").Concat(deployment.OfType("Microsoft.KeyVault/vaults")))
            {
                Assert.Equal("Disabled", resource.GetText("properties", "publicNetworkAccess"));
                Assert.Equal("Deny", resource.GetText("properties", "networkAcls", "defaultAction"));
                Assert.Contains(GetPrivateEndpoints(deployment), id => id == resource.GetText("id"));
            }

            Assert.All(deployment.OfType("Microsoft.DurableTask/schedulers"), s => Assert.Equal("Disabled", s.GetText("properties", "publicNetworkAccess")));
            Assert.EndsWith("/subnets/app", deployment.OfType("Microsoft.Web/sites").Single().GetText("properties", "virtualNetworkSubnetId"), StringComparison.Ordinal);
        }

        var scheduler = (await DeploymentSnapshot.Full).OfType("Microsoft.DurableTask/schedulers").Single();
        Assert.Contains(GetPrivateEndpoints(await DeploymentSnapshot.Full), id => id == scheduler.GetText("id"));
    }

    static IEnumerable<string> GetPrivateEndpoints(DeploymentSnapshot deployment) => deployment.OfType("Microsoft.Network/privateEndpoints")
        .SelectMany(e => e["properties"]!["privateLinkServiceConnections"]!.AsArray())
        .Select(c => c!.GetText("properties", "privateLinkServiceId"));

    static IEnumerable<JsonArray> Lists(DeploymentSnapshot deployment, string name) =>
        JsonNodeExtensions.AllObjects(deployment.Root).Select(o => o.Object[name]).OfType<JsonArray>();

    [GeneratedRegex(@"\blist[A-Z]\w*\s*\(|\blistKeys\b", RegexOptions.IgnoreCase)]
    private static partial Regex ListsKeys();

    [GeneratedRegex(@"\b0\.0\.0\.0\b|::/0|255\.255\.255\.255|^Internet$|^(\d+\.){3}\d+/[0-7]$")]
    private static partial Regex OpenRange();
}
