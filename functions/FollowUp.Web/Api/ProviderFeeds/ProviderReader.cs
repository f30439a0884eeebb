using FollowUp.Application.People;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Api.ProviderFeeds;

/// <summary>Checks a provider of a file by the rules of <c>PUT /api/providers/{id}</c>.</summary>
public sealed class ProviderReader(RequestValidators validators)
{
    /// <returns>The provider, or null with what is wrong, a field each.</returns>
    public async Task<(ProviderProfile? Provider, IReadOnlyList<string> Errors)> Read(string id, ProviderRequest request, CancellationToken cancellation)
    {
        string[] errors =
        [
            .. TextRules.IsId(id) ? (string[])[] : [$"id {TextRules.MustBeId.English}"],
            .. (await validators.Validate(request, cancellation)).Select(failure => $"{failure.PropertyName} {failure.ErrorMessage}"),
        ];
        return errors.Length > 0 ? (null, errors) : (Create(id, request), errors);
    }

    /// <summary>The provider of a valid request.</summary>
    /// <param name="id">The provider's id.</param>
    /// <param name="request">The request.</param>
    /// <param name="before">The provider as it is stored; null for a new one.</param>
    internal static ProviderProfile Create(string id, ProviderRequest request, ProviderProfile? before = null) => new(
        id, NormalizedText.SingleLine(request.Name!), request.Email!.Trim(), TextRules.ToLanguage(request.Language!), request.PrivilegeUntil)
    {
        Phone = request.Phone is { } phone ? PhoneNumberParser.ToE164(phone) : null,
        Scope = request.Scope,
        Mails = request.Mails ?? before?.Mails,
    };
}
