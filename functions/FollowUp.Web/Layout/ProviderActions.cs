using FollowUp.Domain;

namespace FollowUp.Web;

/// <summary>What a provider did, as a noun.</summary>
static class ProviderActions
{
    public static Phrase Name(ProviderActionKind kind) => kind switch
    {
        ProviderActionKind.Proposal => new("proposition", "proposal"),
        ProviderActionKind.Message => new("message", "message"),
        ProviderActionKind.Quote => new("devis", "quote"),
        _ => new("visite", "visit"),
    };
}
