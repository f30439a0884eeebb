using FollowUp.Domain.Text;

namespace FollowUp.Web.Console.Passkeys;

/// <summary>The page between a right sign-in link and the session of a staff member with a passkey, and before a change in that session that needs it.</summary>
/// <param name="Name">The staff member's name.</param>
/// <param name="Options">The options of <c>navigator.credentials.get</c> as JSON; null where passkeys do not work at this address.</param>
/// <param name="HasCodes">Whether the staff member has recovery codes left.</param>
/// <param name="Error">What was wrong with the last try; null before one.</param>
public sealed record SecondStepViewModel(string Name, string? Options, bool HasCodes, LocalizedText? Error)
{
    /// <summary>Whether the error is about a recovery code.</summary>
    public bool IsCodeError { get; init; }

    /// <summary>In an open session: the path of the page that asked; null at a sign-in.</summary>
    public string? ReturnTo { get; init; }
}
