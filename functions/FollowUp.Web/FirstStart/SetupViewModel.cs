using FollowUp.Web.Shared.FormInput;

namespace FollowUp.Web.FirstStart;

/// <summary>The set-up page.</summary>
/// <param name="Action">Where the form is posted.</param>
/// <param name="Echo">The values and errors of a rejected form.</param>
public sealed record SetupViewModel(string Action, FormEcho Echo);
