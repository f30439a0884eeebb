namespace FollowUp.Web.Legal;

/// <summary>The paths of the public pages that the law asks for.</summary>
static class LegalAddresses
{
    public const string Privacy = "/privacy";

    public const string Mentions = "/legal";
}
