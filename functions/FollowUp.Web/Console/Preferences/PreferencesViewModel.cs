using System.Collections.Immutable;
using FollowUp.Web.Console.SignIn;
using FollowUp.Web.Shared.FormInput;

namespace FollowUp.Web.Console.Preferences;

/// <summary>The preferences of one browser and the sessions of the staff member.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Sessions">The staff member's open sessions, newest first.</param>
/// <param name="Echo">Why nothing was done.</param>
/// <param name="Done">What was done just before: <c>saved</c> or <c>ended</c>.</param>
public sealed record PreferencesViewModel(ConsoleVisit Visit, ImmutableArray<OpenSession> Sessions, FormEcho Echo, string? Done);
