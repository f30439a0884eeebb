using System.Collections.Immutable;
using FollowUp.Application.SecondFactors;
using FollowUp.Web.Shared.FormInput;

namespace FollowUp.Web.Console.Passkeys;

/// <summary>The passkeys of the staff member who is signed in.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Factor">Null without a passkey.</param>
/// <param name="Options">The question to the browser; null where passkeys do not work at this address, and when the staff member has as many as they may.</param>
/// <param name="IsAvailable">Whether passkeys work at this address.</param>
/// <param name="Echo">The form that was refused.</param>
/// <param name="Done">What was done just before; null for nothing.</param>
public sealed record PasskeyPageViewModel(ConsoleVisit Visit, SecondFactor? Factor, string? Options, bool IsAvailable, FormEcho Echo, string? Done)
{
    /// <summary>New recovery codes, which are shown this once.</summary>
    public ImmutableArray<string> NewCodes { get; init; } = [];

    /// <summary>Whether a change needs a passkey, a recovery code or a new sign-in first (<see cref="StepUp"/>).</summary>
    public bool NeedsProof { get; init; }
}
