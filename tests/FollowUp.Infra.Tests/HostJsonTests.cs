using System.Text.Json.Nodes;
using FollowUp.Infra.Tests.Templates;

namespace FollowUp.Infra.Tests;

/// <summary>What the Functions host is configured with for every environment.</summary>
public class HostJsonTests
{
    /// <summary>
    /// The durable extension creates tables that may exist and reads rows that may not; the Azure SDK logs each 409 and 404 as a warning of
    /// many lines. Requests that fail for good are logged by DurableTask itself.
    /// </summary>
    [Fact]
    public void Expected_404_and_409_of_tables_are_not_logged()
    {
        var levels = JsonNode.Parse(RepositoryFiles.ReadText("host.json"))!["logging"]!["logLevel"]!;
        Assert.Equal("Error", levels.GetText("Azure.Core"));
        Assert.Equal("Warning", levels.GetText("DurableTask.AzureStorage"));
    }
}
