namespace FollowUp.Web.Links;

/// <summary>Whether a sign-in mail may be sent.</summary>
enum SignInMailPermit
{
    /// <summary>It may.</summary>
    Granted,

    /// <summary>The address got its share. The caller is not told: who asks for a colleague's address learns nothing.</summary>
    AddressIsOver,

    /// <summary>The caller asked too often, for whatever addresses.</summary>
    CallerIsOver,
}
