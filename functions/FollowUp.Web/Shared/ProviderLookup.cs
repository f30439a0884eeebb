using FollowUp.Application.People;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared;

/// <summary>Finds the provider that a form field names.</summary>
static class ProviderLookup
{
    /// <summary>
    /// The provider with this id, else with this name in any spelling that <see cref="TextFold"/> folds to the same; null for null, for an
    /// unknown one, and when several providers have the name.
    /// </summary>
    public static ProviderProfile? FindByIdOrName(this IReadOnlyCollection<ProviderProfile> providers, string? text)
    {
        if (text is null)
        {
            return null;
        }

        var sameName = providers.Where(p => TextFold.AreSame(p.Name, text)).ToList();
        return providers.FirstOrDefault(p => p.Id == text)
            ?? sameName.FirstOrDefault(p => string.Equals(p.Name, text, StringComparison.OrdinalIgnoreCase))
            ?? (sameName.Count == 1 ? sameName[0] : null);
    }
}
