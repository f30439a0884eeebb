namespace FollowUp.Domain.ProviderFeed;

/// <summary>What is known of a provider and hidden from the other providers.</summary>
/// <param name="Name">The name, as that of a company.</param>
/// <param name="Id">The id; null to hide none.</param>
/// <param name="Phone">The number in E.164; null when it is not known.</param>
/// <param name="Email">The mail address; null when it is not known.</param>
public sealed record HiddenProvider(string Name, string? Id = null, string? Phone = null, string? Email = null);
