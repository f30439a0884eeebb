namespace FollowUp.Domain.ProviderFeed;

/// <summary>What is known of the client of a project and hidden from providers. Each value is null when it is not known or erased.</summary>
/// <param name="Name">The name, of which each word is masked, but for titles and particles.</param>
/// <param name="Company">The company: as a whole, with and without its legal form, and by those of its words that tell it apart.</param>
/// <param name="Phone">The number in E.164.</param>
/// <param name="Email">The mail address.</param>
public sealed record HiddenClient(string? Name, string? Company = null, string? Phone = null, string? Email = null);
