using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Storage.Tests.Given;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>Search by id, title, client, company, mail and phone.</summary>
public abstract class SearchContract<TStore> : StoreContract<TStore>
    where TStore : IStoreUnderTest, new()
{
    [Theory]
    [InlineData("ÉLODIE")]
    [InlineData("elodie")]
    [InlineData("lœuf")]
    [InlineData("loeuf")]
    [InlineData("p-77")]
    [InlineData("vitrine lodi")]
    [InlineData("100%_d'eau")]
    [InlineData("source@chateau-deau.example")]
    [InlineData("Chateau")]
    [InlineData("+33612345678")]
    [InlineData("0612345678")]
    [InlineData("06.12.34.56.78")]
    [InlineData("06 12 34 56 78")]
    [InlineData("  lodi   lodi ")]
    public async Task Every_word_matches_anywhere_whatever_its_case_and_accents(string text)
    {
        await Élodie();
        await Store.Submit("P-1");
        Assert.Equal(["P-77"], await Find(new ProjectSearch(text)));
    }

    [Theory]
    [InlineData("Anaïs d’Ormes", "d'ormes")]
    [InlineData("Anaïs d’Ormes", "dormes")]
    [InlineData("Sean O'Neill", "O’Neill")]
    [InlineData("Sean O'Neill", "oneill")]
    [InlineData("İpek Can", "ipek")]
    [InlineData("Işıl Can", "ISIL")]
    [InlineData("Jean‑Marie Roy", "jean-marie")]
    [InlineData("Jean Marie Roy", "jean-marie")]
    [InlineData("Uwe Müller", "mueller")]
    [InlineData("Bjørn Großmann", "bjorn grossmann")]
    [InlineData("Lou\u00adise\u200b Roy", "louise")]
    [InlineData("Ｒｏｙ ﬁls", "roy fils")]
    [InlineData("Roу Раvеl", "roy pavel")]
    public async Task A_name_is_found_in_every_spelling(string name, string query)
    {
        await Store.Submit(A.Project("P-9"), A.Dossier("P-9", name: name));
        await Store.Submit("P-1");
        Assert.Equal(["P-9"], await Find(new ProjectSearch(query)));
    }

    [Theory]
    [InlineData("+262692123456", "0692 12 34 56")]
    [InlineData("+33699001234", "0033 6 99 00 12 34")]
    [InlineData("+33699001234", "+33 (0)6 99 00 12 34")]
    [InlineData("+33699001234", "０６９９００１２３４")]
    public async Task A_number_is_found_as_people_write_it(string phone, string query)
    {
        await Store.Submit(A.Project("P-9"), A.Dossier("P-9", phone: phone));
        await Store.Submit("P-1");
        Assert.Equal(["P-9"], await Find(new ProjectSearch(query)));
    }

    [Theory]
    [InlineData("lea@château.example", "lea@xn--chteau-xta.example")]
    [InlineData("lea@xn--chteau-xta.example", "lea@château.example")]
    public async Task An_address_is_found_by_either_form_of_its_domain(string email, string query)
    {
        await Store.Submit(A.Project("P-9"), A.Dossier("P-9", email: email));
        await Store.Submit("P-1");
        Assert.Equal(["P-9"], await Find(new ProjectSearch(query)));
    }

    [Theory]
    [InlineData("élodie absente")]
    [InlineData("100_")]
    [InlineData("%d'eau%")]
    [InlineData("Lœuf*")]
    [InlineData("jeanne\nvitrine\tlodi")]
    [InlineData("\" OR 1=1 --")]
    public async Task Text_that_no_project_contains_finds_nothing(string text)
    {
        await Élodie();
        Assert.Empty(await Find(new ProjectSearch(text)));
    }

    [Fact]
    public async Task Empty_query_lists_all_projects_page_by_page()
    {
        foreach (var i in new[] { 5, 1, 4, 2, 3 }) await Store.Submit($"P-{i}");
        var pages = new List<string>();
        for (string? after = null; ;)
        {
            var page = (await Find(new ProjectSearch(" ", Limit: 2, After: after))).ToList();
            if (page.Count == 0) break;
            Assert.True(page.Count <= 2);
            pages.AddRange(page);
            after = page[^1];
        }

        Assert.Equal(["P-1", "P-2", "P-3", "P-4", "P-5"], pages);
    }

    [Fact]
    public async Task Results_of_a_search_for_words_are_paged()
    {
        foreach (var i in new[] { 3, 1, 2 }) await Store.Submit($"P-{i}");
        Assert.Equal(["P-1", "P-2"], await Find(new ProjectSearch("jeanne", Limit: 2)));
        Assert.Equal(["P-3"], await Find(new ProjectSearch("jeanne", Limit: 2, After: "P-2")));
    }

    [Fact]
    public async Task Phase_and_coordinator_narrow_a_search()
    {
        await Store.Submit("P-1");
        await Store.Submit(A.Project("P-2") with { Staffing = new Staffing(A.Yanis), Phase = Phase.Dormant });
        await Store.Submit(A.Project("P-3") with { Staffing = new Staffing(null), Phase = Phase.Dormant });
        Assert.Equal(["P-2", "P-3"], await Find(new ProjectSearch(Phase: Phase.Dormant)));
        Assert.Equal(["P-2"], await Find(new ProjectSearch("jeanne", Phase.Dormant, A.Yanis)));
        Assert.Equal(["P-1"], await Find(new ProjectSearch(Coordinator: A.Camille)));
        Assert.Empty(await Find(new ProjectSearch("jeanne", Phase.Won)));
    }

    [Fact]
    public async Task Corrected_phone_number_replaces_the_old_one()
    {
        var stored = await Élodie();
        await Store.Change(stored, p => p, c => c with { Dossier = A.Dossier("P-77", phone: "+33199005678") });
        Assert.Equal(["P-77"], await Find(new ProjectSearch("0199005678")));
        Assert.Empty(await Find(new ProjectSearch("0612345678")));
    }

    [Fact]
    public async Task Very_long_query_is_answered() =>
        Assert.Empty(await Find(new ProjectSearch(string.Join(' ', Enumerable.Range(0, 5000)))));

    Task<StoredProject> Élodie() => Store.Submit(A.Project("P-77"), A.Dossier(
        "P-77", "Site vitrine « 100%_d'eau »", "Élodie Lœuf", "Château d'Eau", "source@chateau-deau.example", "+33612345678"));

    async Task<IEnumerable<string>> Find(ProjectSearch query) => (await Store.Index.Search(query)).Select(row => row.Project.Id);
}
