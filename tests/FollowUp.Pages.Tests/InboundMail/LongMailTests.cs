using System.Text;

namespace FollowUp.Pages.Tests;

/// <summary>Anybody can send a mail, and make it so that it is hard to read: each of these is half a megabyte long.</summary>
public sealed class LongMailTests
{
    const int Bytes = 500_000;

    [Theory]
    [InlineData("On 1 wrote:\n", "(réponse sans texte)")]
    [InlineData("Le 1 a écrit :\n", "(réponse sans texte)")]
    [InlineData("De : x\n\n", "De : x\n\nDe : x")]
    [InlineData("Le 111111111111111111111111111111111111111111111111111111111111\n11111\n", "Le 1111")]
    [InlineData("\n", "(réponse sans texte)")]
    public async Task What_looks_like_the_beginning_of_a_quotation_all_along_is_read_like_any_other(string piece, string read)
    {
        await using var house = await House.Open();
        await house.InFollowUp();
        var text = string.Concat(Enumerable.Repeat(piece, Bytes / Encoding.UTF8.GetByteCount(piece)));

        var brought = await house.Bring(Encoding.UTF8.GetBytes(Gateway.Reply(await house.ReplyAddress(), "") + text + "> Bonjour"));

        brought.Is("reply");
        Assert.StartsWith(read, Assert.Single(await house.ReplyTexts()), StringComparison.Ordinal);
    }
}
