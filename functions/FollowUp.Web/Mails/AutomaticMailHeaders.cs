using System.Collections.Immutable;

namespace FollowUp.Web.Mails;

/// <summary>The headers of every mail that the program writes by itself.</summary>
static class AutomaticMailHeaders
{
    /// <summary>Tells other programs not to answer (RFC 3834, 5).</summary>
    public static readonly ImmutableDictionary<string, string> All = ImmutableDictionary<string, string>.Empty.Add("Auto-Submitted", "auto-generated");
}
