using CsCheck;
using FollowUp.Domain.ProviderFeed;

namespace FollowUp.Domain.Tests.ProviderFeed;

public sealed class PersonalDataMaskerTests
{
    static readonly PersonalDataMasker Mask = PersonalDataMasker.Create("Jean-Noël Le Guénec", "Crêperie du Port SARL", ["Pixel & Fils", "Durand Web SARL", "PR-2", "Odd\ufffe & Co"]);

    [Theory]
    [InlineData("M. Le Guenec rappelle lundi", "M. Le […] rappelle lundi")]
    [InlineData("JEAN-NOËL LE GUÉNEC est d’accord", "[…] est d’accord")]
    [InlineData("la creperie du port ferme", "la […] ferme")]
    [InlineData("aussi en discussion avec pixel & fils et Durand Web", "aussi en discussion avec […] et […]")]
    [InlineData("PR-2 a fait un devis, pas PR-21", "[…] a fait un devis, pas PR-21")]
    [InlineData("Appeler le 06.12.34.56.78 ou +33 (0)1 99 00 12 34 !", "Appeler le […] ou […] !")]
    [InlineData("XX 0612345678 06 12.34-56 78 YY", "XX […] YY")]
    [InlineData("Le +33612345678+33698765432, tel0612345678", "Le […][…], tel[…]")]
    [InlineData("Le 06/12/34/56/78, pas le 01/12/2026 10 jours plus tard", "Le […], pas le 01/12/2026 10 jours plus tard")]
    [InlineData("\ufffe Le Guénec\uffff, odd\ufffe & co", "\ufffd Le […]\ufffd, […]")]
    [InlineData("Écrire à j.leguenec@port.example, vite", "Écrire à […], vite")]
    [InlineData("Budget 12 000 €, rendez-vous le 15/12/2026 à 14 h", "Budget 12 000 €, rendez-vous le 15/12/2026 à 14 h")]
    [InlineData("Les pixels, les durandes et un port", "Les pixels, les durandes et un port")]
    public void Personal_data_are_masked(string note, string shown) => Assert.Equal(shown, Mask.Mask(note));

    [Theory]
    [InlineData("Anaïs Œillet", null, "Mme Oeillet est d’accord", "Mme […] est d’accord")]
    [InlineData("Sean O'Neill", null, "M. O’Neill dit oui", "M. […] dit oui")]
    [InlineData("Sean O'Neill", null, "M. ONeill, M. O Neill", "M. […], M. […]")]
    [InlineData("Chloé d’Aubrac", null, "Mme Aubrac", "Mme […]")]
    [InlineData("Marc Petitjean", "L’Églantine SAS", "l'eglantine a choisi", "[…] a choisi")]
    [InlineData("Bjørn Großmann", null, "M. Grossmann et Bjorn", "M. […] et […]")]
    [InlineData("Uwe Müller", null, "Herr Mueller ruft an", "Herr […] ruft an")]
    [InlineData("Lin Wu", null, "M. Wu est d’accord", "M. […] est d’accord")]
    [InlineData("An Le", null, "Mme Le, an 2027, le devis", "Mme […], an 2027, le devis")]
    [InlineData("İlkay Işık", null, "ILKAY ISIK, ılkay", "[…], […]")]
    [InlineData("Paul Marchand", null, "M. Маrсhаnd", "M. […]")]
    [InlineData("Paul Marchand", null, "M. Mar\u00adchand, M. Mar\u200bchand, M. Ｍarchand", "M. […], M. […], M. […]")]
    [InlineData("Jean-Paul Roy", null, "Jean‑Paul est là, jeanpaul aussi", "[…] est là, […] aussi")]
    [InlineData("Mme Zoé Lambert", null, "Mme L. appelle Mme Lambert", "Mme L. appelle Mme […]")]
    [InlineData("Zoé", "S.A.R.L. Bois & Fer", "chez Bois et Fer, chez bois\nfer", "chez […], chez […]")]
    [InlineData("张伟", null, "请联系张伟先生", "请联系[…]先生")]
    public void Names_are_masked_in_every_spelling(string name, string? company, string note, string shown) =>
        Assert.Equal(shown, PersonalDataMasker.Create(name, company, []).Mask(note));

    [Theory]
    [InlineData("au 01‑99‑00‑56‑78", "au […]")]
    [InlineData("au 01·99·00·56·78", "au […]")]
    [InlineData("au 01,99,00,56,78", "au […]")]
    [InlineData("tél 199005678", "tél […]")]
    [InlineData("０１ ９９ ００ ５６ ７８", "[…]")]
    [InlineData("01 99 puis 00, enfin 56 et 78 !", "[…] !")]
    [InlineData("0033 (0)1.99.00.56.78", "[…]")]
    [InlineData("+33199005678, poste 12", "[…], poste 12")]
    [InlineData("01 99 00 56, 12 jours", "01 99 00 56, 12 jours")]
    [InlineData("mail : luc.moreau (arobase) courrier.example", "mail : […]")]
    [InlineData("luc point moreau chez courrier point example", "[…]")]
    [InlineData("luc.moreau sur courrier", "[…] sur courrier")]
    [InlineData("autre : ana.gil [at] port [dot] example", "autre : […]")]
    public void The_clients_own_number_and_address_are_masked_whatever_stands_between(string note, string shown) =>
        Assert.Equal(shown, PersonalDataMasker.Create("Xavier Zed", null, [], "+33199005678", "luc.moreau@courrier.example").Mask(note));

    [Theory]
    [InlineData("+3225123456", "02 512 34 56")]
    [InlineData("+12125550123", "(212) 555-0123")]
    [InlineData("+262692123456", "0692 12 34 56")]
    [InlineData("+3545551234", "555 1234")]
    public void A_foreign_number_is_masked_in_its_national_form(string number, string typed) =>
        Assert.DoesNotContain(typed, c => char.IsAsciiDigit(c) && PersonalDataMasker.Create(null, null, [], number).Mask(typed).Contains(c, StringComparison.Ordinal));

    [Fact]
    public void Longer_of_two_nested_names_is_masked_whole() =>
        Assert.Equal("avec […] lundi", PersonalDataMasker.Create(null, null, ["Durand", "Durand Bois Rouge"]).Mask("avec Durand Bois Rouge lundi"));

    [Fact]
    public void A_company_that_is_named_like_a_legal_form_is_hidden_by_its_name_alone()
    {
        Assert.Equal("la […] et une scop", PersonalDataMasker.Create(null, "Inc Scop", []).Mask("la Inc Scop et une scop"));
        Assert.Equal("chez […], rien", PersonalDataMasker.Create(null, "Limited", []).Mask("chez Limited, rien"));
    }

    [Fact]
    public void Once_everybody_is_erased_there_is_nothing_to_hide() => Assert.Equal("rien", PersonalDataMasker.Create(null, null, []).Mask("rien"));

    [Fact]
    public void Name_is_masked_with_any_characters_around_it() => Gen.Select(
            Gen.String[0, 20], Gen.OneOf("Guénec", "GUENEC", "pixel & fils", "Crêperie du Port", "0612345678", "a.b@c.example"), Gen.String[0, 20])
        .Sample((before, secret, after) =>
        {
            var shown = Mask.Mask(Whole(before) + " " + secret + " " + Whole(after));
            Assert.DoesNotContain(secret, shown, StringComparison.OrdinalIgnoreCase);
        });

    /// <summary>Without halves of characters, which no request brings in.</summary>
    static string Whole(string text) => new([.. text.Where(c => !char.IsSurrogate(c))]);
}
