namespace FollowUp.Web.Console.Passkeys;

/// <summary>A person whose sign-in link was right and who has to show a passkey.</summary>
/// <param name="StaffId">The person.</param>
/// <param name="Stamp">Their stamp at the first step: removal, a new role and a reset end the sign-in.</param>
/// <param name="ProjectId">The project whose page opens afterwards; null for the day page.</param>
/// <param name="Secret">The secret of the browser (<see cref="PasskeyChallenges"/>).</param>
sealed record PendingSignIn(string StaffId, string? Stamp, string? ProjectId, string Secret);
