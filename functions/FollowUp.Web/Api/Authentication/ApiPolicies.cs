using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Web.Api.Authentication;

/// <summary>The authorization policies of the API's endpoints. Each names its schemes, as the default scheme is the console's cookie.</summary>
static class ApiPolicies
{
    public const string Website = "website";
    public const string Staff = "staff";
    public const string WebsiteOrStaff = "website-or-staff";

    /// <summary>The schemes that a policy accepts, by the policy's name.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Schemes = new Dictionary<string, string[]>
    {
        [Website] = [WebsiteKeyHandler.Name],
        [Staff] = [StaffTokenHandler.Name],
        [WebsiteOrStaff] = [WebsiteKeyHandler.Name, StaffTokenHandler.Name],
    };

    public static void AddApiAuthentication(this IServiceCollection services)
    {
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, WebsiteKeyHandler>(WebsiteKeyHandler.Name, null)
            .AddScheme<AuthenticationSchemeOptions, StaffTokenHandler>(StaffTokenHandler.Name, null);
        var authorization = services.AddAuthorizationBuilder();
        foreach (var (policy, schemes) in Schemes)
        {
            authorization.AddPolicy(policy, new AuthorizationPolicyBuilder(schemes).RequireAuthenticatedUser().Build());
        }
    }
}
