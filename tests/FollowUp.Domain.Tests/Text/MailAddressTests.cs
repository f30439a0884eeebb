using FollowUp.Domain.Text;

namespace FollowUp.Domain.Tests.Text;

public sealed class MailAddressTests
{
    [Theory]
    [InlineData("jeanne@château-exemple.example", "jeanne@xn--chteau-exemple-chb.example")]
    [InlineData("Jeanne@CHÂTEAU-EXEMPLE.example", "jeanne@xn--chteau-exemple-chb.example")]
    [InlineData("jeanne@cha\u0302teau-exemple.example", "jeanne@XN--CHTEAU-EXEMPLE-CHB.EXAMPLE")]
    [InlineData(" jeanne@martin.example. ", "JEANNE@martin.example")]
    [InlineData("zoé@martin.example", "ZOE\u0301@martin.example")]
    [InlineData("info@müller。example", "info@xn--mller-kva.example")]
    [InlineData("info@müller．example", "info@xn--mller-kva｡example")]
    [InlineData("info@ＭＡＲＴＩＮ.example", "info@martin.example")]
    [InlineData("info@straße.example", "info@xn--strae-oqa.example")]
    [InlineData("info@παράδειγμα.example", "info@ΠΑΡΆΔΕΙΓΜΑ.example")]
    [InlineData("info@cafe\u0301.example", "info@xn--caf-dma.example")]
    [InlineData("info@martin\u00ad.example", "info@martin.example")]
    [InlineData("info@例え.example", "info@xn--r8jz45g.example")]
    public void An_internationalised_domain_is_the_same_in_every_form(string one, string other)
    {
        Assert.True(MailAddress.AreSame(one, other));
        Assert.Equal(MailAddress.Normalize(one), MailAddress.Normalize(other));
        Assert.Equal(MailAddress.Normalize(one), MailAddress.Normalize(MailAddress.ToUnicode(one)));
    }

    [Theory]
    [InlineData("jeanne@martin.example", "jeanne@martin.example.evil.example")]
    [InlineData("jeanne@martin.example", "xjeanne@martin.example")]
    [InlineData("jeanne@château.example", "jeanne@chateau.example")]
    [InlineData("info@straße.example", "info@strasse.example")]
    [InlineData("info@mаrtin.example", "info@martin.example")]
    [InlineData("jeanne.martin@martin.example", "jeannemartin@martin.example")]
    [InlineData("jeanne+devis@martin.example", "jeanne@martin.example")]
    [InlineData("jeanne@martin.example", null)]
    [InlineData(null, null)]
    public void Different_addresses_stay_different(string? one, string? other) => Assert.False(MailAddress.AreSame(one, other));

    [Theory]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("nobody")]
    [InlineData("a@b@")]
    [InlineData("a@..example")]
    [InlineData("a@xn--\u00e9.example")]
    [InlineData("a@\ud800.example")]
    public void A_text_that_is_no_address_is_compared_as_it_is(string text) =>
        Assert.Equal(MailAddress.Normalize(text), MailAddress.Normalize(MailAddress.Normalize(text)));
}
