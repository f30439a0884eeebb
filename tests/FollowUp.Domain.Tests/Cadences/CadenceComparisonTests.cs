using System.Text.Json.Nodes;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Tests.Cadences;

/// <summary>Differences between cadences in words.</summary>
public sealed class CadenceComparisonTests
{
    [Fact]
    public void Cadences_that_differ_in_the_version_alone_are_the_same() =>
        Assert.Empty(CadenceComparison.Compare(DefaultCadence.Initial, DefaultCadence.Initial with { Version = 7 }));

    [Fact]
    public void Difference_has_its_path_and_both_values_in_words()
    {
        var after = DefaultCadence.Initial with
        {
            Company = DefaultCadence.Company with { Relaunch = DefaultCadence.Company.Relaunch with { Delays = [3, 5, 10] } },
        };

        var difference = Assert.Single(CadenceComparison.Compare(DefaultCadence.Initial, after));

        Assert.Equal("company.relaunch.delays", difference.Path);
        Assert.Equal(
            "Entreprises, délais des premières relances\u00a0: 3, 5, 10 jours, au lieu de 3, 7, 14, 30 jours.", difference.Sentence.In(Language.French));
        Assert.Equal("Companies, delays of the first relaunches: 3, 5, 10 days in place of 3, 7, 14, 30 days.", difference.Sentence.In(Language.English));
    }

    [Fact]
    public void Each_field_of_the_document_has_a_name_and_is_compared()
    {
        var document = JsonNode.Parse(CadenceDocument.Format(DefaultCadence.Initial))!;
        string[] paths = [.. Leaves(document["person"]!, "").Order(StringComparer.Ordinal)];

        Assert.Equal(paths, CadenceFields.All.Select(field => field.Path).Order(StringComparer.Ordinal));
    }

    static IEnumerable<string> Leaves(JsonNode node, string path) => node is JsonObject fields
        ? fields.SelectMany(field => Leaves(field.Value!, path.Length == 0 ? field.Key : $"{path}.{field.Key}"))
        : [path];
}
