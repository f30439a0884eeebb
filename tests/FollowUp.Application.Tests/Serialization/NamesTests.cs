using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Application.Tests.Serialization;

/// <summary>Names that are stored or shown to callers of the API.</summary>
public sealed class NamesTests
{
    public static TheoryData<Type> Enums =>
        [.. typeof(Project).Assembly.GetExportedTypes().Concat(typeof(Kebab).Assembly.GetExportedTypes()).Where(t => t.IsEnum)];

    [Theory]
    [MemberData(nameof(Enums))]
    public void Every_enum_value_has_the_name_that_earlier_versions_wrote(Type type) =>
        Assert.All(Enum.GetNames(type), name => Assert.Equal(SplitAtCapitals(name), Kebab.Format(name)));

    [Fact]
    public void A_name_is_parsed_exactly()
    {
        Assert.Equal("awaiting-validation", Kebab.Case(Phase.AwaitingValidation));
        Assert.True(Kebab.TryParse<Phase>("awaiting-validation", out var phase));
        Assert.Equal(Phase.AwaitingValidation, phase);
        Assert.All(
            ["AwaitingValidation", "Awaiting-Validation", "awaiting-validation ", "0", "", null], name => Assert.False(Kebab.TryParse<Phase>(name, out _)));
    }

    [Fact]
    public void Every_command_has_a_name_in_the_audit_log() => Assert.Equal(
        typeof(Command).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(Command)) && !t.IsAbstract).Select(t => t.Name).Order(),
        CommandNames.All.Keys.Select(t => t.Name).Order());

    [Fact]
    public void Renamed_commands_keep_the_names_that_the_audit_log_has()
    {
        Assert.Equal("pass-time", CommandNames.All[typeof(AdvanceTime)]);
        Assert.Equal("stand-in", CommandNames.All[typeof(SetStandIn)]);
        Assert.All(
            CommandNames.All.Where(c => c.Key != typeof(AdvanceTime) && c.Key != typeof(SetStandIn)),
            c => Assert.Equal(SplitAtCapitals(c.Key.Name), c.Value));
    }

    static string SplitAtCapitals(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : $"{c}"));
}
