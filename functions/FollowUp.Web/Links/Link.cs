using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace FollowUp.Web.Links;

/// <summary>What a token stands for: one holder, one project, one event, one purpose, until an instant.</summary>
/// <param name="ProjectId">Of a sign-in: the project whose page opens afterwards; empty for none.</param>
/// <param name="EventVersion">
/// The version of the event that caused the mail; of an undo the version of the closing; of a sign-in a random number.
/// </param>
/// <param name="Holder">The id of who receives the mail: a client, a staff member or a provider.</param>
public sealed record Link(LinkPurpose Purpose, string ProjectId, int Generation, long EventVersion, string Holder, Instant Expires)
{
    /// <summary>
    /// The key of the idempotency record that a use of the link writes. It leaves the expiry out, so that two copies of one mail share a key
    /// and are used up together.
    /// </summary>
    public string Key => "link:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{(int)Purpose}\n{ProjectId}\n{Generation}\n{EventVersion}\n{Holder}"))))[..32];

    /// <summary>Whether the link is one of those that clients receive.</summary>
    public bool IsOfClient => Purpose is LinkPurpose.RelaunchAnswer or LinkPurpose.CallBackSlot or LinkPurpose.MissingInformation
        or LinkPurpose.Unsubscribe or LinkPurpose.ClientPage;
}
