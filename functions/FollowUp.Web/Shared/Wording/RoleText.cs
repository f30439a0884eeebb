using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared.Wording;

/// <summary>What the roles are called on screens.</summary>
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
        _ => new("automatique", "automatic"),
    };
}
