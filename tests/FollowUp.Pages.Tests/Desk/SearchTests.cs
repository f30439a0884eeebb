namespace FollowUp.Pages.Tests;

public sealed class SearchTests
{
    [Fact]
    public async Task Sales_find_a_project_and_who_is_in_charge_and_nothing_of_the_person_behind_it()
    {
        await using var house = await House.Open(o => o.Demo = true);
        await house.InFollowUp();

        var sales = await (await house.SignedIn(House.Simon)).Get("/desk/search");
        var camille = await (await house.SignedIn(House.Camille)).Get("/desk/search");

        Assert.Contains("Refonte du site", sales.Text, StringComparison.Ordinal);
        Assert.Contains("P-1 · Camille Aubertin", sales.Text, StringComparison.Ordinal);
        foreach (var personal in new[] { "Jeanne Martin", "Atelier Martin", "01 99 00 12 34" })
        {
            Assert.DoesNotContain(personal, sales.Text, StringComparison.Ordinal);
            Assert.Contains(personal, camille.Text, StringComparison.Ordinal);
        }
    }
}
