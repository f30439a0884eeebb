using FollowUp.Domain.Text;

namespace FollowUp.Domain.Tests.Text;

/// <summary>Titles of the same thing are recognised, and those of other things are not.</summary>
public sealed class TitleSimilarityTests
{
    [Theory]
    [InlineData("Refonte du site vitrine", "REFONTE DU SITE VITRINE !")]
    [InlineData("Refonte du site vitrine", "Refonte site vitrine")]
    [InlineData("Création d’une boutique en ligne", "Creation boutique en ligne")]
    [InlineData("Logo", "logo")]
    public void Same_thing_in_other_words_is_similar(string one, string other) => Assert.True(TitleSimilarity.AreSimilar(one, other));

    [Theory]
    [InlineData("Refonte du site vitrine", "Création d’un logo")]
    [InlineData("Application mobile", "Rénovation de salle de bain")]
    [InlineData("Logo", "Site")]
    [InlineData("", "")]
    public void Other_thing_is_not(string one, string other) => Assert.False(TitleSimilarity.AreSimilar(one, other));
}
