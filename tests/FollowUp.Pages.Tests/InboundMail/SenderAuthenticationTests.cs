using FollowUp.Web.InboundMail.Senders;
using MimeKit;

namespace FollowUp.Pages.Tests.InboundMail;

/// <summary>What counts as the word of the configured gateway <c>mx.gateway.example</c> on a mail from <c>jeanne@martin.example</c>.</summary>
public sealed class SenderAuthenticationTests
{
    [Theory]
    [InlineData("mx.gateway.example; dmarc=pass header.from=martin.example", "Proven")]
    [InlineData("mx.gateway.example; dmarc=pass header.from=eve.example", "Unknown")]
    [InlineData("mx.gateway.example; dkim=pass header.d=martin.example", "Proven")]
    [InlineData("mx.gateway.example; dkim=pass header.d=eve.example", "Unknown")]
    [InlineData("mx.gateway.example; spf=pass smtp.mailfrom=bounce@martin.example", "Proven")]
    [InlineData("mx.gateway.example; spf=pass smtp.mailfrom=eve.example", "Unknown")]
    [InlineData("mx.gateway.example; spf=fail smtp.mailfrom=x.example; dkim=pass header.d=martin.example", "Proven")]
    [InlineData("mx.gateway.example; spf=fail smtp.mailfrom=x.example", "Forged")]
    [InlineData("mx.gateway.example; dmarc=none", "Unknown")]
    [InlineData("mx.gateway.example; compauth=fail reason=001; dmarc=none", "Forged")]
    [InlineData("other.example; dmarc=pass header.from=martin.example", "Unknown")]
    [InlineData("mx.gateway.example.evil.example; dmarc=pass", "Unknown")]
    [InlineData("", "Unknown")]

    // Several of the same gateway are read together, and a failure wins.
    [InlineData("mx.gateway.example; spf=none|mx.gateway.example; dkim=pass header.d=martin.example", "Proven")]
    [InlineData("mx.gateway.example; dkim=pass header.d=martin.example|mx.gateway.example; dmarc=fail header.from=martin.example", "Forged")]

    // What is not on top came in with the message.
    [InlineData("mx.gateway.example; dmarc=none|Received|mx.gateway.example; dmarc=pass header.from=martin.example", "Unknown")]
    [InlineData("other.example; dmarc=none|mx.gateway.example; dmarc=pass header.from=martin.example", "Unknown")]
    [InlineData("Received|mx.gateway.example; dmarc=pass header.from=martin.example", "Proven")]
    public void The_word_of_the_gateway_on_top_decides(string headers, string authenticity) =>
        Assert.Equal(authenticity, SenderAuthentication.Read(Headers(headers), "jeanne@martin.example", "mx.gateway.example").ToString());

    [Theory]
    [InlineData("any.example; dmarc=pass header.from=martin.example", "Unknown")]
    [InlineData("any.example; dmarc=fail header.from=martin.example", "Forged")]
    [InlineData("", "Unknown")]
    public void Without_a_configured_gateway_nothing_is_proven_and_a_failure_counts(string headers, string authenticity) =>
        Assert.Equal(authenticity, SenderAuthentication.Read(Headers(headers), "jeanne@martin.example", null).ToString());

    [Fact]
    public void An_internationalised_domain_is_proven_in_either_form() => Assert.Equal(
        Authenticity.Proven,
        SenderAuthentication.Read(Headers("mx.gateway.example; dkim=pass header.d=xn--chteau-exemple-chb.example"), "jeanne@château-exemple.example", "mx.gateway.example"));

    static HeaderList Headers(string headers)
    {
        var list = new HeaderList();
        foreach (var header in headers.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            list.Add(header == "Received" ? new Header(HeaderId.Received, "from a by b") : new Header(HeaderId.AuthenticationResults, header));
        }

        return list;
    }
}
