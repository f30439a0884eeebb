using System.Collections.Immutable;

namespace FollowUp.Application.SecondFactors;

/// <summary>
/// What a staff member proves, beside the mailbox, to sign in: one of their passkeys, or a recovery code. It is part of the staff member's row, so that it changes in the
/// same commit as their stamp and is erased with the staff member.
/// </summary>
/// <param name="Passkeys">At least one.</param>
/// <param name="RecoveryCodes">The SHA-256 of each unused code, lower-case hex.</param>
public sealed record SecondFactor(ImmutableArray<Passkey> Passkeys, ImmutableArray<string> RecoveryCodes);
