namespace FollowUp.Application.SecondFactors;

/// <summary>What was changed of a staff member's second factor. Stored by name in kebab-case.</summary>
public enum SecondFactorChange
{
    /// <summary>A passkey was added.</summary>
    PasskeyAdded,

    /// <summary>One of several passkeys was removed.</summary>
    PasskeyRemoved,

    /// <summary>The last passkey was removed, and the recovery codes with it.</summary>
    LastPasskeyRemoved,

    /// <summary>New recovery codes replaced the old ones.</summary>
    RecoveryCodesReplaced,

    /// <summary>A manager or the operator removed all passkeys and codes.</summary>
    Reset,
}
