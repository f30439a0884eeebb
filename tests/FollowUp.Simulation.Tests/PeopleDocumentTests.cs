using FollowUp.Simulation.Parameters;

namespace FollowUp.Simulation.Tests;

/// <summary>The document of parameters.</summary>
public class PeopleDocumentTests
{
    static readonly string Default = PeopleDocument.Format(DefaultPeople.Parameters);

    [Fact]
    public void Parsed_document_is_formatted_as_it_was() => Assert.Equal(Default, PeopleDocument.Format(PeopleDocument.Parse(Default).Parameters!));

    [Theory]
    [InlineData("\"companyShare\": 0.6", "\"companyShare\": 1.6", "clients.companyShare")]
    [InlineData("\"companyShare\": 0.6", "\"companyShare\": \"many\"", "clients.companyShare")]
    [InlineData("\"companyShare\": 0.6,", "", "clients")]
    [InlineData("\"companyShare\": 0.6", "\"companyShare\": 0.6, \"colour\": 1", "clients.colour")]
    [InlineData("\"09:00\"", "\"19:00\"", "coordinators.hours")]
    [InlineData("\"patience\": 4", "\"patience\": 0", "mail.patience")]
    public void A_fault_is_reported_with_its_path(string from, string to, string path)
    {
        var result = PeopleDocument.Parse(Default.Replace(from, to, StringComparison.Ordinal));

        Assert.Null(result.Parameters);
        Assert.Contains(result.Problems, p => p.Path == path);
    }

    [Fact]
    public void Text_that_is_no_json_is_a_problem() => Assert.NotEmpty(PeopleDocument.Parse("{").Problems);

    [Fact]
    public void Every_default_has_a_source()
    {
        using var document = System.Text.Json.JsonDocument.Parse(Default);
        var paths = document.RootElement.EnumerateObject().Where(section => section.Name != "sources")
            .SelectMany(section => section.Value.EnumerateObject().Select(field => (Section: section.Name, Path: $"{section.Name}.{field.Name}")));

        Assert.All(paths, p => Assert.True(
            DefaultPeople.Parameters.Sources.ContainsKey(p.Path) || DefaultPeople.Parameters.Sources.ContainsKey(p.Section), $"{p.Path} has no source"));
    }

    [Fact]
    public void Every_source_is_in_the_documentation()
    {
        var page = File.ReadAllText(Domain.Tests.Given.Repository.File("docs/simulator.md"));

        Assert.All(DefaultPeople.Parameters.Sources.Keys, path => Assert.Contains($"`{path}`", page, StringComparison.Ordinal));
    }
}
