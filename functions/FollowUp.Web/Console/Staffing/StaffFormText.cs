using System.Diagnostics;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.People;

namespace FollowUp.Web.Console.Staffing;

/// <summary>Labels of the forms about staff.</summary>
static class StaffFormText
{
    public static LocalizedText Role(StaffRole role) => role switch
    {
        StaffRole.Coordinator => new("Suiveur projet", "Coordinator"),
        StaffRole.Manager => new("Responsable du suivi", "Manager"),
        StaffRole.Sales => new("Commercial", "Sales"),
        _ => throw new UnreachableException($"No rule for {role}."),
    };

    public static LocalizedText Day(string name) => name switch
    {
        "monday" => new("lun.", "Mon"),
        "tuesday" => new("mar.", "Tue"),
        "wednesday" => new("mer.", "Wed"),
        "thursday" => new("jeu.", "Thu"),
        "friday" => new("ven.", "Fri"),
        "saturday" => new("sam.", "Sat"),
        "sunday" => new("dim.", "Sun"),
        _ => throw new UnreachableException($"No rule for {name}."),
    };
}
