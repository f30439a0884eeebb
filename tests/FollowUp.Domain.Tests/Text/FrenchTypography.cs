using System.Text.RegularExpressions;

namespace FollowUp.Domain.Tests.Text;

/// <summary>What a native reader would mend in a French sentence.</summary>
static partial class FrenchTypography
{
    public static void AssertTypography(string text)
    {
        Assert.DoesNotContain('\'', text);
        Assert.DoesNotMatch(OrdinarySpace(), text);
        Assert.DoesNotMatch(Doubled(), text);
    }

    [GeneratedRegex(@"[^\u00a0\d][:;!?»]|« |n° ")]
    private static partial Regex OrdinarySpace();

    [GeneratedRegex("  |\u00a0 | \u00a0|,,| ,")]
    private static partial Regex Doubled();
}
