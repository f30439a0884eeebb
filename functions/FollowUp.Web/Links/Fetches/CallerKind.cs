using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Links.Fetches;

/// <summary>What fetched a link, as far as it says so itself: a class, and nothing by which anybody could be told apart.</summary>
static class CallerKind
{
    public const string Browser = "browser";
    public const string Scanner = "mail-scanner";
    public const string Program = "program";

    /// <summary>What the filters of mail services, chat previews and crawlers call themselves by.</summary>
    static readonly string[] Scanners =
    [
        "safelinks", "barracuda", "proofpoint", "mimecast", "symantec", "forcepoint", "fortinet", "sophos", "trendmicro", "trend micro",
        "cisco", "ironport", "avanan", "vadesecure", "imageproxy", "linkcheck", "urlscan", "scanner", "antivirus", "preview", "bot/", "bot-", "crawl",
        "spider", "slurp", "externalhit", "whatsapp", "skypeuripreview",
    ];

    public static string Classify(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        return agent switch
        {
            _ when Scanners.Any(s => agent.Contains(s, StringComparison.OrdinalIgnoreCase)) => Scanner,
            _ when agent.Contains("headless", StringComparison.OrdinalIgnoreCase) => Program,
            _ when agent.StartsWith("Mozilla/", StringComparison.Ordinal) && !HttpMethods.IsHead(request.Method) => Browser,
            _ => Program,
        };
    }
}
