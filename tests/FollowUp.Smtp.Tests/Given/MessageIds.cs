using System.Text.RegularExpressions;

namespace FollowUp.Smtp.Tests.Given;

/// <summary>The Message-IDs of our mails: <c>PROJECT.VERSION.KIND.PROOF@DOMAIN</c>; the proof stands only in mails to clients.</summary>
static partial class MessageIds
{
    /// <summary>The Message-ID without its proof, which only our key makes.</summary>
    public static string WithoutProof(string messageId) => Proof().Replace(messageId, "@");

    [GeneratedRegex(@"\.[a-z0-9]{16}@")]
    private static partial Regex Proof();
}
