using FollowUp.Domain.Cadences;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Tests.Text;

/// <summary>A date that the law moved names the article.</summary>
public class ReasonArticleTests
{
    [Fact]
    public void Cap_of_the_law_names_its_article() =>
        Assert.Contains("D223-9", Find(new Reason(ReasonCode.FirstCall) { Cap = DefaultCadence.Person.Cap })!, StringComparison.Ordinal);

    [Fact]
    public void Softer_cap_of_a_department_names_none() => Assert.Null(Find(new Reason(ReasonCode.FirstCall) { Cap = new CallCap(10, 30) }));

    [Fact]
    public void Quiet_days_and_the_clock_of_the_client_name_their_article()
    {
        Assert.Equal("Code de la consommation, article D223-9, alinéa 3", Find(new Reason(ReasonCode.FirstCall) { Quiet = true, TimeZone = "Indian/Reunion" }));
        Assert.Equal("Code de la consommation, article D223-9, alinéa 1", Find(new Reason(ReasonCode.FirstCall) { TimeZone = "Indian/Reunion" }));
    }

    [Theory]
    [InlineData(ReasonCode.CategoryNotRelaunched, "L223-1")]
    [InlineData(ReasonCode.LeftAloneElsewhere, "RGPD")]
    public void Closed_way_to_the_client_names_its_article(ReasonCode code, string article) =>
        Assert.Contains(article, Find(new Reason(code))!, StringComparison.Ordinal);

    [Fact]
    public void Relaunch_of_the_cadence_names_none() => Assert.Null(Find(new Reason(ReasonCode.RelaunchByMail, 2)));

    static string? Find(Reason why) => why.FindArticle()?.In(Language.French);
}
