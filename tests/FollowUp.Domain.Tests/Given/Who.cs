using FollowUp.Domain.Permissions;

namespace FollowUp.Domain.Tests.Given;

/// <summary>The people of the examples.</summary>
static class Who
{
    public static readonly Actor Camille = new(Role.Coordinator, "camille@demo.example");
    public static readonly Actor Yanis = new(Role.Coordinator, "yanis@demo.example");
    public static readonly Actor YanisForCamille = new(Role.Coordinator, "yanis@demo.example", ["camille@demo.example"]);
    public static readonly Actor Nadia = new(Role.Manager, "nadia@demo.example");
    public static readonly Actor Simon = new(Role.Sales, "simon@demo.example");
    public static readonly Actor Jeanne = Actor.Client("C-881");
    public static readonly Actor Stranger = Actor.Client("C-999");
    public static readonly Actor Provider = new(Role.Provider, "PR-1");
    public static readonly Actor Website = Actor.Website;
    public static readonly Actor Time = Actor.Time;
}
