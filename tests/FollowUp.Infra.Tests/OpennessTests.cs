using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FollowUp.Infra.Tests;

/// <summary>Nothing is opened by a key, by being public, or to a range of addresses.</summary>
public partial class OpennessTests
{
    [Fact]
    public async Task No_template_asks_for_a_key()
    {
        foreach (var file in new[] { "main.bicep", "doors.bicep" })
        {
            Assert.DoesNotContain(JsonWalk.Texts(await Bicep.Compiled(file)), text => ListsKeys().IsMatch(text));
        }
    }

    [Fact]
    public async Task Storage_takes_identities_only_over_TLS_12_and_shows_no_blob()
    {
        foreach (var deployment in await Deployment.All)
        {
            var accounts = deployment.OfType("Microsoft.Storage/storageAccounts").ToArray();
            Assert.Equal(2, accounts.Length);
            foreach (var account in accounts.Select(a => a["properties"]!))
            {
                Assert.False(account.Flag("allowSharedKeyAccess"));
                Assert.False(account.Flag("allowBlobPublicAccess"));
                Assert.False(account.Flag("isLocalUserEnabled"));
                Assert.True(account.Flag("supportsHttpsTrafficOnly"));
                Assert.Equal("TLS1_2", account.Text("minimumTlsVersion"));
            }

            Assert.All(deployment.OfType("Microsoft.Storage/storageAccounts/blobServices/containers"), c => Assert.Equal("None", c.Text("properties", "publicAccess")));
        }
    }

    [Fact]
    public async Task Everything_else_takes_identities_only_too()
    {
        foreach (var deployment in await Deployment.All)
        {
            Assert.True(deployment.OfType("Microsoft.Insights/components").Single().Flag("properties", "DisableLocalAuth"));
            Assert.True(deployment.OfType("Microsoft.OperationalInsights/workspaces").Single().Flag("properties", "features", "disableLocalAuth"));
            Assert.True(deployment.OfType("Microsoft.Communication/communicationServices").Single().Flag("properties", "disableLocalAuth"));
            var vault = deployment.OfType("Microsoft.KeyVault/vaults").Single();
            Assert.True(vault.Flag("properties", "enableRbacAuthorization"));
            Assert.True(vault.Flag("properties", "enablePurgeProtection"));
            Assert.All(deployment.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies"), p => Assert.False(p.Flag("properties", "allow")));
            Assert.Equal(2, deployment.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies").Count());
        }
    }

    [Fact]
    public async Task The_app_speaks_https_with_TLS_12_only()
    {
        foreach (var deployment in await Deployment.All)
        {
            var site = deployment.OfType("Microsoft.Web/sites").Single()["properties"]!;
            Assert.True(site.Flag("httpsOnly"));
            Assert.Equal("1.2", site.Text("siteConfig", "minTlsVersion"));
            Assert.Equal("1.2", site.Text("siteConfig", "scmMinTlsVersion"));
            Assert.Equal("Disabled", site.Text("siteConfig", "ftpsState"));
        }
    }

    [Fact]
    public async Task No_address_range_is_let_in()
    {
        foreach (var deployment in await Deployment.All)
        {
            Assert.DoesNotContain(JsonWalk.Texts(deployment.Whole), text => OpenRange().IsMatch(text));
            Assert.All(Lists(deployment, "ipRules").Concat(Lists(deployment, "ipAllowlist")), list => Assert.Empty(list));

            foreach (var (path, rule) in JsonWalk.Objects(deployment.Whole).Where(o => o.Object.Text("access") == "Allow"))
            {
                var from = rule.Text("sourceAddressPrefix");
                Assert.True(from.StartsWith("10.", StringComparison.Ordinal), $"{path} lets '{from}' in.");
            }
        }
    }

    [Fact]
    public async Task In_a_private_network_what_keeps_data_is_shut_and_has_an_endpoint_inside()
    {
        foreach (var deployment in new[] { await Deployment.Large, await Deployment.Full })
        {
            foreach (var resource in deployment.OfType("Microsoft.Storage/storageAccounts").Concat(deployment.OfType("Microsoft.KeyVault/vaults")))
            {
                Assert.Equal("Disabled", resource.Text("properties", "publicNetworkAccess"));
                Assert.Equal("Deny", resource.Text("properties", "networkAcls", "defaultAction"));
                Assert.Contains(Doors(deployment), id => id == resource.Text("id"));
            }

            Assert.All(deployment.OfType("Microsoft.DurableTask/schedulers"), s => Assert.Equal("Disabled", s.Text("properties", "publicNetworkAccess")));
            Assert.EndsWith("/subnets/app", deployment.OfType("Microsoft.Web/sites").Single().Text("properties", "virtualNetworkSubnetId"), StringComparison.Ordinal);
        }

        var scheduler = (await Deployment.Full).OfType("Microsoft.DurableTask/schedulers").Single();
        Assert.Contains(Doors(await Deployment.Full), id => id == scheduler.Text("id"));
    }

    static IEnumerable<string> Doors(Deployment deployment) => deployment.OfType("Microsoft.Network/privateEndpoints")
        .SelectMany(e => e["properties"]!["privateLinkServiceConnections"]!.AsArray())
        .Select(c => c!.Text("properties", "privateLinkServiceId"));

    static IEnumerable<JsonArray> Lists(Deployment deployment, string name) =>
        JsonWalk.Objects(deployment.Whole).Select(o => o.Object[name]).OfType<JsonArray>();

    [GeneratedRegex(@"\blist[A-Z]\w*\s*\(|\blistKeys\b", RegexOptions.IgnoreCase)]
    private static partial Regex ListsKeys();

    [GeneratedRegex(@"\b0\.0\.0\.0\b|::/0|255\.255\.255\.255|^Internet$|^(\d+\.){3}\d+/[0-7]$")]
    private static partial Regex OpenRange();
}
