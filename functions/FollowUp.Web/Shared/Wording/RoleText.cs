using System.Diagnostics;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared.Wording;

/// <summary>Labels of roles.</summary>
static class RoleText
{
    public static LocalizedText Name(Role role) => role switch
    {
        Role.Coordinator => new("suiveur projet", "coordinator"),
        Role.Manager => new("responsable du suivi", "manager"),
        Role.Sales => new("commercial", "sales"),
        Role.Provider => new("prestataire", "provider"),
        Role.Client => new("client", "client"),
        Role.Website => new("site", "website"),
        Role.System => new("automatique", "automatic"),
        _ => throw new UnreachableException($"No rule for {role}."),
    };
}
