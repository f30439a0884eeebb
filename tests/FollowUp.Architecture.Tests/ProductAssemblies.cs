using System.Reflection;
using ArchUnitNET.Loader;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;

namespace FollowUp.Architecture.Tests;

/// <summary>The assemblies of the product.</summary>
static class ProductAssemblies
{
    public static readonly Assembly Domain = typeof(Project).Assembly;
    public static readonly Assembly Application = typeof(ProjectCommands).Assembly;
    public static readonly Assembly Simulation = Assembly.Load("FollowUp.Simulation");
    public static readonly Assembly Storage = Assembly.Load("FollowUp.Storage");
    public static readonly Assembly Delivery = Assembly.Load("FollowUp.Delivery");
    public static readonly Assembly Web = Assembly.Load("FollowUp.Web");
    public static readonly Assembly Local = Assembly.Load("followup");
    public static readonly Assembly Functions = Assembly.Load("FollowUp.Functions");

    public static readonly ArchUnitNET.Domain.Architecture Architecture =
        new ArchLoader().LoadAssemblies(Domain, Application, Simulation, Storage, Delivery, Web, Local, Functions).Build();
}
