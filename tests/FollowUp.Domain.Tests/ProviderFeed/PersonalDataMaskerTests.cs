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
    [InlineData("Le 06/12/34/56/78, pas le 01/12/2026 10 jours plus tard", "Le […], pas le 01/12/2026 10 jours plus tard")]
    [InlineData("\ufffe Le Guénec\uffff, odd\ufffe & co", "\ufffd Le […]\ufffd, […]")]
    [InlineData("Écrire à j.leguenec@port.example, vite", "Écrire à […], vite")]
    [InlineData("Budget 12 000 €, rendez-vous le 15/12/2026 à 14 h", "Budget 12 000 €, rendez-vous le 15/12/2026 à 14 h")]
    [InlineData("Les pixels, les durandes et un port", "Les pixels, les durandes et un port")]
    public void Personal_data_are_masked(string note, string shown) => Assert.Equal(shown, Mask.Mask(note));

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
