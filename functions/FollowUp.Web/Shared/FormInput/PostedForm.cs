using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Shared.FormInput;

/// <summary>The form of a POST request.</summary>
/// <param name="Values">Empty when the body is no form or is too large to be one of these pages'.</param>
/// <param name="HasValidToken">Whether the antiforgery token shows that the form comes from a page that this browser was given.</param>
sealed record PostedForm(IFormCollection Values, bool HasValidToken)
{
    public string this[string name] => Values[name].ToString();
}
