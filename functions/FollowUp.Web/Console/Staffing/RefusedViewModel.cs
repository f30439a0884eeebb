using FollowUp.Domain.Permissions;

namespace FollowUp.Web.Console.Staffing;

/// <summary>A page that the role may not see.</summary>
public sealed record RefusedViewModel(ConsoleVisit Visit, Refusal Refusal);
