using FollowUp.Application.People;

namespace FollowUp.Web.Shared;

/// <summary>Finds the provider that a form field names.</summary>
static class ProviderLookup
{
    /// <summary>The provider with this id, else with this exact name, case aside; null for null and for an unknown one.</summary>
    public static ProviderProfile? FindByIdOrName(this IReadOnlyCollection<ProviderProfile> providers, string? text) => text is null
        ? null
        : providers.FirstOrDefault(p => p.Id == text)
            ?? providers.FirstOrDefault(p => string.Equals(p.Name, text, StringComparison.OrdinalIgnoreCase));
}
