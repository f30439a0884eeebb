namespace FollowUp.Web.Console.Passkeys;

/// <summary>A staff member who has to show a passkey: their sign-in link was right, or their open session asks for a change that needs one (<see cref="StepUp"/>).</summary>
/// <param name="StaffId">The staff member.</param>
/// <param name="Stamp">Their stamp at the first step: removal, a new role and a reset end the sign-in.</param>
/// <param name="ProjectId">The project whose page opens afterwards; null for the day page.</param>
/// <param name="Secret">The secret of the browser (<see cref="PasskeyChallenges"/>).</param>
/// <param name="ReturnTo">In an open session: the path of the page that asked; null at a sign-in.</param>
sealed record PendingSignIn(string StaffId, string? Stamp, string? ProjectId, string Secret, string? ReturnTo = null);
