using System.Text.RegularExpressions;

namespace FollowUp.Functions.Telemetry;

/// <summary>Cuts from texts what grants access or names somebody: tokens in paths, keys in queries, mail addresses.</summary>
static partial class TelemetryText
{
    const string Cut = "…";
    const string KeepName = $"$1{Cut}";

    /// <returns>The text without secrets; an equal one when it has none.</returns>
    public static string Redact(string text) =>
        Address().Replace(Protected().Replace(Query().Replace(Token().Replace(text, KeepName), KeepName), Cut), Cut);

    /// <summary>The token of a link, of a calendar and of the set-up address.</summary>
    [GeneratedRegex(@"((?:/|%2F)(?:l|setup|desk(?:/|%2F)calendar)(?:/|%2F))[^\s/?#""'<>]+", RegexOptions.IgnoreCase)]
    private static partial Regex Token();

    /// <summary>What Data Protection encrypted, wherever it stands.</summary>
    [GeneratedRegex(@"CfDJ8[\w-]+")]
    private static partial Regex Protected();

    /// <summary>The value of a query parameter that is a key, a code or a search.</summary>
    [GeneratedRegex(@"((?<![\w-])(?:key|code|token|sig|signature|q)=)[^&\s#""'<>]+", RegexOptions.IgnoreCase)]
    private static partial Regex Query();

    /// <summary>A mail address; the lengths are those of RFC 5321.</summary>
    [GeneratedRegex(@"[^\s@/?&=,;:""'<>()\[\]]{1,64}(?:@|%40)[^\s@/?&=,;:""'<>()\[\]]{1,255}", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
