using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FollowUp.EndToEnd.Tests.Browsers;

/// <summary>What axe finds on a page against WCAG 2.2, levels A and AA.</summary>
static class Accessibility
{
    static readonly AxeRunOptions Options = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),

        // Without this axe describes each element that passes, which takes most of its time.
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>The violations, each with the rule and its first elements. None on a page that everybody can use.</summary>
    public static async Task<IReadOnlyList<string>> FindViolations(IPage page) =>
        [.. (await page.RunAxe(Options)).Violations.Select(v => $"{page.Url}: {v.Id}, {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")];
}
