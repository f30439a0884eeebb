using System.Reflection;
using ArchUnitNET.xUnitV3;
using FollowUp.Domain.Projects.Events;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace FollowUp.Architecture.Tests;

/// <summary>References point one way: hosts → Web, Storage, Delivery → Application → Domain; Web → Simulation → Domain.</summary>
public class DependencyTests
{
    public static TheoryData<string, string[]> AllowedReferences => new()
    {
        { "FollowUp.Domain", [] },
        { "FollowUp.Application", ["FollowUp.Domain"] },
        { "FollowUp.Simulation", ["FollowUp.Domain"] },
        { "FollowUp.Storage", ["FollowUp.Domain", "FollowUp.Application"] },
        { "FollowUp.Delivery", ["FollowUp.Domain", "FollowUp.Application"] },
        { "FollowUp.Web", ["FollowUp.Domain", "FollowUp.Application", "FollowUp.Simulation"] },
        { "followup", ["FollowUp.Domain", "FollowUp.Application", "FollowUp.Simulation", "FollowUp.Storage", "FollowUp.Delivery", "FollowUp.Web"] },
        { "FollowUp.Functions", ["FollowUp.Domain", "FollowUp.Application", "FollowUp.Storage", "FollowUp.Delivery", "FollowUp.Web"] },
    };

    [Theory]
    [MemberData(nameof(AllowedReferences))]
    public void Project_references_only_the_projects_below_it(string project, string[] below)
    {
        var referenced = Assembly.Load(project).GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(name => name.StartsWith("FollowUp", StringComparison.OrdinalIgnoreCase));

        Assert.Empty(referenced.Except(below));
    }

    [Fact]
    public void Domain_references_no_library_but_NodaTime()
    {
        var libraries = ProductAssemblies.Domain.GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal) && name != "netstandard");

        Assert.Equal(["NodaTime"], libraries);
    }

    [Fact]
    public void Simulation_uses_no_clock() => Types().That().ResideInAssembly(ProductAssemblies.Simulation)
        .Should().NotDependOnAnyTypesThat().HaveFullName("System.TimeProvider")
        .AndShould().NotDependOnAnyTypesThat().HaveFullName("System.Random")
        .AndShould().NotDependOnAnyTypesThat().HaveFullName("NodaTime.IClock")
        .Check(ProductAssemblies.Architecture);

    [Fact]
    public void Domain_uses_no_clock() => Types().That().ResideInAssembly(ProductAssemblies.Domain)
        .Should().NotDependOnAnyTypesThat().HaveFullName("System.TimeProvider")
        .AndShould().NotDependOnAnyTypesThat().HaveFullName("System.Diagnostics.Stopwatch")
        .AndShould().NotDependOnAnyTypesThat().HaveFullName("NodaTime.IClock")
        .Check(ProductAssemblies.Architecture);

    [Fact]
    public void Only_Storage_references_Sqlite() =>
        Assert.All(
            new[] { ProductAssemblies.Domain, ProductAssemblies.Application, ProductAssemblies.Simulation, ProductAssemblies.Delivery, ProductAssemblies.Web, ProductAssemblies.Local, ProductAssemblies.Functions },
            assembly => Assert.DoesNotContain(assembly.GetReferencedAssemblies(), a => a.Name!.Contains("Sqlite", StringComparison.Ordinal)));

    [Fact]
    public void Only_Web_and_hosts_reference_AspNetCore() =>
        Assert.All(
            new[] { ProductAssemblies.Domain, ProductAssemblies.Application, ProductAssemblies.Simulation, ProductAssemblies.Storage, ProductAssemblies.Delivery },
            assembly => Assert.DoesNotContain(
                assembly.GetReferencedAssemblies(), a => a.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)));

    [Fact]
    public void Events_are_sealed() => Classes()
        .That().ResideInAssembly(ProductAssemblies.Domain).And().AreAssignableTo(typeof(Event)).And().AreNotAbstract()
        .Should().BeSealed().Check(ProductAssemblies.Architecture);
}
