namespace FollowUp.Web.Api.Commands;

/// <summary>Whether a provider was reached.</summary>
public enum ProviderCallOutcome
{
    Reached,
    NotReached,
}
