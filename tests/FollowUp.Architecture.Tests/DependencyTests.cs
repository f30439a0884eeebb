using System.Reflection;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace FollowUp.Architecture.Tests;

/// <summary>Arrows point one way: hosts → Web, Storage → Application → Domain.</summary>
public class DependencyTests
{
    public static TheoryData<string, string[]> AllowedReferences => new()
    {
        { "FollowUp.Domain", [] },
        { "FollowUp.Application", ["FollowUp.Domain"] },
        { "FollowUp.Storage", ["FollowUp.Domain", "FollowUp.Application"] },
        { "FollowUp.Web", ["FollowUp.Domain", "FollowUp.Application"] },
        { "followup", ["FollowUp.Domain", "FollowUp.Application", "FollowUp.Storage", "FollowUp.Web"] },
    };

    [Theory]
    [MemberData(nameof(AllowedReferences))]
    public void Project_references_only_the_projects_below_it(string room, string[] below)
    {
        var known = Assembly.Load(room).GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(name => name.StartsWith("FollowUp", StringComparison.OrdinalIgnoreCase));

        Assert.Empty(known.Except(below));
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
    public void The_domain_has_no_clock() => Types().That().ResideInAssembly(ProductAssemblies.Domain)
        .Should().NotDependOnAnyTypesThat().HaveFullName("System.TimeProvider")
        .AndShould().NotDependOnAnyTypesThat().HaveFullName("System.Diagnostics.Stopwatch")
        .AndShould().NotDependOnAnyTypesThat().HaveFullName("NodaTime.IClock")
        .Check(ProductAssemblies.Architecture);

    [Fact]
    public void Only_Storage_references_Sqlite() =>
        Assert.All(
            new[] { ProductAssemblies.Domain, ProductAssemblies.Application, ProductAssemblies.Web, ProductAssemblies.Local },
            room => Assert.DoesNotContain(room.GetReferencedAssemblies(), a => a.Name!.Contains("Sqlite", StringComparison.Ordinal)));

    [Fact]
    public void Only_Web_and_hosts_reference_AspNetCore() =>
        Assert.All(
            new[] { ProductAssemblies.Domain, ProductAssemblies.Application, ProductAssemblies.Storage },
            room => Assert.DoesNotContain(
                room.GetReferencedAssemblies(), a => a.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)));

    [Fact]
    public void Events_are_sealed_records_so_that_what_was_stored_reads_back() => Classes()
        .That().ResideInAssembly(ProductAssemblies.Domain).And().AreAssignableTo(typeof(FollowUp.Domain.Projects.Events.Event)).And().AreNotAbstract()
        .Should().BeSealed().Check(ProductAssemblies.Architecture);
}
