using System.Text.Json.Nodes;

namespace FollowUp.Infra.Tests.Templates;

/// <summary>What the app may do is a list, with the reason of each.</summary>
public class RoleTests
{
    static readonly (string Prefix, string Name)[] AccountNames = [("sthub", "hub"), ("stpkg", "package"), ("stprj", "projects")];

    const string Package = "Microsoft.Storage/storageAccounts (package)";

    static readonly JsonObject List = JsonNode.Parse(RepositoryFiles.ReadText("infra", "roles.json"))!.AsObject();

    [Fact]
    public async Task Every_role_assignment_is_in_the_list_with_its_reason()
    {
        foreach (var deployment in await DeploymentSnapshot.All)
        {
            foreach (var assignment in Assignments(deployment))
            {
                Assert.True(List.Any(r => Matches(r.Value!, assignment)), $"{assignment.Role} on {assignment.On} is not in roles.json.");
            }
        }
    }

    [Fact]
    public async Task Every_role_of_the_list_is_assigned_in_one_deployment_or_another()
    {
        var assignments = (await DeploymentSnapshot.All).SelectMany(Assignments).ToArray();

        foreach (var (key, role) in List)
        {
            Assert.True(assignments.Any(a => Matches(role!, a)), $"{key} is listed and never assigned.");
            Assert.True(role!.GetText("reason").Length > 40, $"{key} has no reason worth the name.");
        }
    }

    [Fact]
    public async Task No_role_reaches_beyond_one_resource_or_goes_to_another_principal()
    {
        foreach (var deployment in await DeploymentSnapshot.All)
        {
            var identities = deployment.OfType("Microsoft.ManagedIdentity/userAssignedIdentities").Select(i => i.GetText("id")).ToArray();
            var package = identities.Single(id => id.Contains("id-package-", StringComparison.Ordinal));
            var app = identities.Single(id => id != package);
            foreach (var resource in deployment.OfType("Microsoft.Authorization/roleAssignments"))
            {
                Assert.Contains("/providers/", Scope(resource), StringComparison.Ordinal);
                Assert.Contains(Place(Scope(resource)) == Package ? package : app, resource.GetText("properties", "principalId"), StringComparison.Ordinal);
                Assert.Equal("ServicePrincipal", resource.GetText("properties", "principalType"));
            }

            Assert.Empty(deployment.OfType("Microsoft.Authorization/roleDefinitions"));
        }
    }

    /// <summary>The one exception lasts as long as a deployment, and is given and taken back by <c>azure.yaml</c>.</summary>
    [Fact]
    public async Task No_identity_of_the_app_writes_its_package()
    {
        const string Reader = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";
        foreach (var deployment in await DeploymentSnapshot.All)
        {
            Assert.Equal(Reader, Assert.Single(Assignments(deployment), a => a.On == Package).Role);
            var storage = deployment.OfType("Microsoft.Web/sites").Single()["properties"]!["functionAppConfig"]!["deployment"]!["storage"]!;
            Assert.Contains("stpkg", storage.GetText("value"), StringComparison.Ordinal);
            Assert.Contains("id-package-", storage.GetText("authentication", "userAssignedIdentityResourceId"), StringComparison.Ordinal);
        }

        var azd = RepositoryFiles.ReadText("azure.yaml");
        Assert.Equal(2, Count("role assignment create"));
        Assert.Equal(2, Count("role assignment delete"));

        int Count(string command) => azd.Split(command).Length - 1;
    }

    [Fact]
    public async Task The_scheduler_takes_the_place_of_the_hubs_queues_and_tables()
    {
        Assert.DoesNotContain(Assignments(await DeploymentSnapshot.Full), a => a.On.EndsWith("(hub)", StringComparison.Ordinal) && a.Role != List["hubBlobs"]!.GetText("id"));
        Assert.Contains(Assignments(await DeploymentSnapshot.Full), a => a.Role == List["scheduler"]!.GetText("id"));
        Assert.DoesNotContain(Assignments(await DeploymentSnapshot.Small), a => a.Role == List["scheduler"]!.GetText("id"));
    }

    static bool Matches(JsonNode role, Assignment assignment) =>
        role.GetText("id") == assignment.Role && role.GetText("on") == assignment.On && role.GetText("reason") == assignment.Reason;

    static IEnumerable<Assignment> Assignments(DeploymentSnapshot deployment) => deployment.OfType("Microsoft.Authorization/roleAssignments")
        .Select(r => new Assignment(r.GetText("properties", "roleDefinitionId").Split('/')[^1], Place(Scope(r)), r.GetText("properties", "description")));

    static string Scope(JsonObject assignment) => assignment.GetText("id").Split("/providers/Microsoft.Authorization/")[0];

    /// <summary>A scope in the list's words: the type, and which one of it where there are several.</summary>
    static string Place(string scope)
    {
        var parts = scope.Split("/providers/")[^1].Split('/');
        var type = string.Join('/', parts.Where((_, i) => i == 0 || i % 2 == 1));
        return type switch
        {
            "Microsoft.Storage/storageAccounts" => $"{type} ({AccountNames.First(name => parts[^1].StartsWith(name.Prefix, StringComparison.Ordinal)).Name})",
            "Microsoft.KeyVault/vaults/secrets" => $"{type} ({parts[^1]})",
            _ => type,
        };
    }

    sealed record Assignment(string Role, string On, string Reason);
}
