using CsCheck;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Tests.Text;

public sealed class TextFoldTests
{
    [Theory]
    [InlineData("Élodie d’Œuvrard", "elodie d'oeuvrard")]
    [InlineData("İlkay ILKAY ılkay", "ilkay ilkay ilkay")]
    [InlineData("Straße STRASSE ſtraße", "strasse strasse strasse")]
    [InlineData("Jean‑Paul Jean–Paul Jean−Paul", "jean-paul jean-paul jean-paul")]
    [InlineData("O`Neill OʼNeill O´Neill", "o'neill o'neill o'neill")]
    [InlineData("e\u0301te\u0301 été", "ete ete")]
    [InlineData("Ma\u00adrc\u200b\u2060 \ufeff\u202eLe\u202c", "marc le")]
    [InlineData("ﬁn Ｄｕｒａｎｄ １２ ٣٤ ①", "fin durand 12 34 1")]
    [InlineData("a\u00a0b\u202fc\u3000d", "a b c d")]
    [InlineData("Раrіs Ρаris", "paris paris")]
    [InlineData("łódź Đorđe þór", "lodz dorde thor")]
    public void Spellings_of_one_word_fold_to_the_same(string text, string folded) => Assert.Equal(folded, TextFold.Fold(text));

    [Theory]
    [InlineData("Atelier-Martin", "atelier martin", true)]
    [InlineData("L’Hermine", "L'HERMINE", true)]
    [InlineData("Durand", "Durant", false)]
    [InlineData("★", "☆", false)]
    [InlineData("★", "★ ", true)]
    [InlineData(null, null, false)]
    public void Names_are_the_same_but_for_case_accents_and_punctuation(string? one, string? other, bool same) =>
        Assert.Equal(same, TextFold.AreSame(one, other));

    [Fact]
    public void Folding_twice_changes_nothing_and_every_place_is_within_the_text() => Gen.String[0, 40].Sample(text =>
    {
        var folded = FoldedText.Create(text);
        Assert.Equal(folded.Text, TextFold.Fold(folded.Text));
        for (var i = 0; i < folded.Text.Length; i++)
        {
            var range = folded.GetOriginalRange(i, 1);
            Assert.InRange(range.End.Value, range.Start.Value + 1, folded.Original.Length);
        }
    });
}
