using System.Reflection;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace FollowUp.Architecture.Tests;

/// <summary>Arrows point one way: hosts → Web, Storage → Application → Domain.</summary>
public class ArrowTests
{
    public static TheoryData<string, string[]> Arrows => new()
    {
        { "FollowUp.Domain", [] },
        { "FollowUp.Application", ["FollowUp.Domain"] },
        { "FollowUp.Storage", ["FollowUp.Domain", "FollowUp.Application"] },
        { "FollowUp.Web", ["FollowUp.Domain", "FollowUp.Application"] },
        { "followup", ["FollowUp.Domain", "FollowUp.Application", "FollowUp.Storage", "FollowUp.Web"] },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void A_room_knows_only_the_rooms_below_it(string room, string[] below)
    {
        var known = Assembly.Load(room).GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(name => name.StartsWith("FollowUp", StringComparison.OrdinalIgnoreCase));

        Assert.Empty(known.Except(below));
    }

    [Fact]
    public void The_domain_knows_no_library_but_NodaTime()
    {
        var libraries = Rooms.Domain.GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal) && name != "netstandard");

        Assert.Equal(["NodaTime"], libraries);
    }

    [Fact]
    public void The_domain_has_no_clock() => Types().That().ResideInAssembly(Rooms.Domain)
        .Should().NotDependOnAnyTypesThat().HaveFullName("System.TimeProvider")
        .AndShould().NotDependOnAnyTypesThat().HaveFullName("System.Diagnostics.Stopwatch")
        .AndShould().NotDependOnAnyTypesThat().HaveFullName("NodaTime.IClock")
        .Check(Rooms.House);

    [Fact]
    public void Sql_is_spoken_in_Storage_only() =>
        Assert.All(
            new[] { Rooms.Domain, Rooms.Application, Rooms.Web, Rooms.Local },
            room => Assert.DoesNotContain(room.GetReferencedAssemblies(), a => a.Name!.Contains("Sqlite", StringComparison.Ordinal)));

    [Fact]
    public void Pages_and_the_pipeline_are_known_to_Web_and_hosts_only() =>
        Assert.All(
            new[] { Rooms.Domain, Rooms.Application, Rooms.Storage },
            room => Assert.DoesNotContain(
                room.GetReferencedAssemblies(), a => a.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)));

    [Fact]
    public void Events_are_sealed_records_so_that_what_was_stored_reads_back() => Classes()
        .That().ResideInAssembly(Rooms.Domain).And().AreAssignableTo(typeof(FollowUp.Domain.Projects.Events.Event)).And().AreNotAbstract()
        .Should().BeSealed().Check(Rooms.House);
}
