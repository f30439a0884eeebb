using FollowUp.Domain.Outbox;
using FollowUp.Web.Mails.Addressing;

namespace FollowUp.Pages.Tests.InboundMail;

/// <summary>The address that a client replies to: its token names the project, and nobody guesses it.</summary>
public sealed class ReplyAddressTests
{
    [Fact]
    public async Task The_reply_address_is_stable_case_insensitive_and_anonymous()
    {
        var (app, address) = await MailGateway.StartWithRelaunch();
        await using var _ = app;
        Assert.Equal(address, Assert.Single(await app.MailsOf(MessageKind.Validated)).Mail.ReplyTo);
        Assert.Matches("^suivi\\+[a-z2-7]{16}@followup\\.example$", address);
        Assert.NotEqual(address, await app.ReplyAddress(await app.SubmitProject("P-2")));

        (await app.Post(MailGateway.ComposeReply(address.ToUpperInvariant()))).HasResult("reply");
    }

    [Theory]
    [InlineData("Cc")]
    [InlineData("Delivered-To")]
    [InlineData("X-Original-To")]
    [InlineData("Envelope-To")]
    public async Task The_token_is_found_in_every_recipient_header(string header)
    {
        var (app, address) = await MailGateway.StartWithRelaunch();
        await using var _ = app;

        (await app.Post(MailGateway.ComposeReply("suivi@followup.example", headers: $"{header}: {address}"))).HasResult("reply");
    }

    [Fact]
    public async Task A_token_with_one_changed_letter_is_unknown()
    {
        var (app, address) = await MailGateway.StartWithRelaunch();
        await using var _ = app;
        var start = "suivi+".Length;
        var version = (await app.Project("P-1")).Version;
        for (var i = 0; i < ReplyTokens.Length; i++)
        {
            var letters = address.ToCharArray();
            letters[start + i] = ReplyTokens.Alphabet[(ReplyTokens.Alphabet.IndexOf(letters[start + i], StringComparison.Ordinal) + 1) % 32];
            (await app.Post(MailGateway.ComposeReply(new string(letters), from: "eve@elsewhere.example", id: $"{i}@eve.example"))).HasResult("ignored", "unknown-sender");
        }

        Assert.Equal(version, (await app.Project("P-1")).Version);
        Assert.All(await app.Audit(null), entry => Assert.DoesNotContain("eve", entry.ToString(), StringComparison.Ordinal));
    }
}
