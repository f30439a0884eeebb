using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared.People;

/// <summary>Rules that depend on more than one field, as API and forms say them.</summary>
static class StaffTexts
{
    public static readonly LocalizedText NotToThemselves = new(
        "n’est pas la personne dont les projets sont confiés", "is not the person whose projects are handed over");

    public static readonly LocalizedText NotOwnStandIn = new("n’est pas la personne absente elle-même", "is not the absent person");
}
