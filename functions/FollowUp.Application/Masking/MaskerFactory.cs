using FollowUp.Application.People;
using FollowUp.Application.Privacy;
using FollowUp.Domain.ProviderFeed;

namespace FollowUp.Application.Masking;

/// <summary>Creates the masker for what a provider reads of a project.</summary>
public static class MaskerFactory
{
    /// <param name="client">The client's dossier; null once erased.</param>
    /// <param name="providers">Every known provider.</param>
    /// <param name="reader">The id of the provider that reads, whose own data it may see; null for any provider.</param>
    public static PersonalDataMasker Create(Dossier? client, IEnumerable<ProviderProfile> providers, string? reader) => PersonalDataMasker.Create(
        client is null ? null : new HiddenClient(client.Name, client.Company, client.Phone, client.Email),
        [.. providers.Where(provider => provider.Id != reader).Select(provider => new HiddenProvider(provider.Name, provider.Id, provider.Phone, provider.Email))]);
}
