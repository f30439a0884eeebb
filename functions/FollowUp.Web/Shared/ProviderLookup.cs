using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace FollowUp.Web.Shared;

/// <summary>Finds the provider that a form names by id or by name. Requests name providers by id.</summary>
static class ProviderLookup
{
    /// <summary>The form with the provider's id in these fields where they hold its name. An unknown name stays, for the validator to refuse.</summary>
    public static async Task<IFormCollection> WithProviderIds(
        this IFormCollection form, IDirectory directory, string[] fields, CancellationToken cancellation)
    {
        var values = new Dictionary<string, StringValues>(form);
        foreach (var field in fields)
        {
            if (form[field].ToString().Trim() is { Length: > 0 } text && await directory.FindProvider(text, cancellation) is null
                && (await directory.AllProviders(cancellation)).FindByName(text) is { } provider)
            {
                values[field] = provider.Id;
            }
        }

        return new FormCollection(values);
    }

    /// <summary>
    /// The provider with this name, case aside, else the only one with a name that <see cref="TextFold"/> folds to the same; null for an
    /// unknown name and when several providers have it.
    /// </summary>
    public static ProviderProfile? FindByName(this IReadOnlyCollection<ProviderProfile> providers, string name)
    {
        var sameName = providers.Where(provider => TextFold.AreSame(provider.Name, name)).ToList();
        return sameName.FirstOrDefault(provider => string.Equals(provider.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? (sameName.Count == 1 ? sameName[0] : null);
    }
}
