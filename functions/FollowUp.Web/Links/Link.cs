using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace FollowUp.Web.Links;

/// <summary>What a token stands for: one person, one project, one step, one purpose, for a time.</summary>
/// <param name="ProjectId">Empty for a sign-in.</param>
/// <param name="EventVersion">The version of the event that caused the mail; of the closing that an undo takes back; for a sign-in a random number.</param>
/// <param name="Person">A client's id or a staff member's.</param>
public sealed record Link(LinkPurpose Purpose, string ProjectId, int Generation, long EventVersion, string Person, Instant Expires)
{
    /// <summary>
    /// The receipt that spends it. It is made of what the link stands for, so that two copies of one mail, after a courier's doubtful answer,
    /// are spent together.
    /// </summary>
    public string Key => "link:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{(int)Purpose}\n{ProjectId}\n{Generation}\n{EventVersion}\n{Person}"))))[..32];

    /// <summary>Whether the holder speaks for the client.</summary>
    public bool IsOfClient => Purpose is LinkPurpose.RelaunchAnswer or LinkPurpose.CallBackSlot or LinkPurpose.MissingInformation
        or LinkPurpose.Unsubscribe or LinkPurpose.ClientPage;
}
