using System.Text;

namespace FollowUp.Pages.Tests.InboundMail;

/// <summary>Anybody can send a mail, and make it so that it is hard to read: each of these is half a megabyte long.</summary>
public sealed class LongMailTests
{
    const int Bytes = 500_000;

    [Theory]
    [InlineData("On 1 wrote:\n", "On 1 wrote:")]
    [InlineData("Le 1 a écrit :\n", "Le 1 a écrit :")]
    [InlineData("De : x\n\n", "De : x\n\nDe : x")]
    [InlineData("Le 111111111111111111111111111111111111111111111111111111111111\n11111\n", "Le 1111")]
    [InlineData("\n", "> Bonjour")]
    public async Task A_mail_of_repeated_quotation_starts_is_read_in_linear_time(string piece, string read)
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp();
        var text = string.Concat(Enumerable.Repeat(piece, Bytes / Encoding.UTF8.GetByteCount(piece)));

        var brought = await app.Post(Encoding.UTF8.GetBytes(MailGateway.ComposeReply(await app.ReplyAddress(), "") + text + "> Bonjour"));

        brought.HasResult("reply");
        Assert.StartsWith(read, Assert.Single(await app.ReplyTexts()), StringComparison.Ordinal);
    }
}
