using System.Text.Json.Serialization;
using FollowUp.Application.People;
using FollowUp.Web.Shared.Http;
using NodaTime;

namespace FollowUp.Web.Api.ProviderFeeds;

/// <summary>A provider as stored.</summary>
public sealed record ProviderResponse(
    string Id, string Name, string Email, string Language, LocalDate? PrivilegeUntil,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FeedScope? Scope = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Phone = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Mails = null)
{
    internal static ProviderResponse Of(ProviderProfile provider) => new(
        provider.Id, provider.Name, provider.Email, provider.Language.ToLanguageCode(), provider.PrivilegeUntil, provider.Scope, provider.Phone, provider.Mails);
}
