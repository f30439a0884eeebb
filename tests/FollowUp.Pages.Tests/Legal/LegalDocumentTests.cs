using FollowUp.Web.Legal;

namespace FollowUp.Pages.Tests.Legal;

/// <summary>Legal texts filled from the settings.</summary>
public sealed class LegalDocumentTests
{
    [Theory]
    [InlineData("ACME", "Publisher,Company,Host,ACME,Data,Notice")]
    [InlineData(null, "Publisher,Company,Data,Notice")]
    public void A_heading_with_nothing_below_it_is_left_out(string? host, string expected)
    {
        var blocks = LegalDocument.Parse(
            "# Publisher\nCompany\n# Host\n{host}\n# Data\nNotice\n# {host}", new Dictionary<string, string?> { ["{host}"] = host });

        Assert.Equal(expected, string.Join(',', blocks.Select(block => block switch
        {
            LegalBlock.Heading heading => heading.Words,
            LegalBlock.Text text => text.Words,
            _ => "?",
        })));
    }
}
