using FollowUp.Storage.Shared;
using FollowUp.Storage.Tests.Given;

namespace FollowUp.Storage.Tests.Shared;

public sealed class SearchTextTests
{
    [Fact]
    public void Text_of_an_earlier_version_is_found_like_a_new_one()
    {
        // As the version before folded it: accents removed, apostrophes, hyphens and the dotted capital I kept.
        var old = SearchText.Upgrade("p-9\nrefonte du site\nIlkay d’arcos\natelier martin\nilkay@atelier-martin.example\n+33199001234\n0199001234");
        foreach (var query in new[] { "P-9", "ilkay", "d'arcos", "darcos", "atelier-martin", "ilkay@atelier-martin.example", "01 99 00 12 34" })
            Assert.All(SearchText.SplitQuery(query), word => Assert.Contains(word, old, StringComparison.Ordinal));
    }

    [Fact]
    public void Text_of_an_erased_person_holds_the_id_alone() => Assert.Equal("p9", SearchText.Build("P-9", dossier: null));

    [Fact]
    public void Text_of_a_plain_name_stays_short() => Assert.InRange(SearchText.Build("P-9", A.Dossier("P-9")).Length, 1, 130);
}
