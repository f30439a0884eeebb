using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Web.InboundMail;
using NodaTime;

namespace FollowUp.Pages.Tests.InboundMail;

/// <summary>A reply that says nothing but "no more mails" or "no more calls" withdraws as a link does.</summary>
public sealed class MailedObjectionTests
{
    [Theory]
    [InlineData("STOP", Channel.Mail)]
    [InlineData("Désinscription, merci.", Channel.Mail)]
    [InlineData("Please unsubscribe me", Channel.Mail)]
    [InlineData("Bonjour,\nne m'appelez plus. Merci !", Channel.Phone)]
    [InlineData("Ne m’appelez plus !", Channel.Phone)]
    [InlineData("Je retire mon consentement.", Channel.Phone)]
    [InlineData("Stop aux travaux, on reprend en mars", null)]
    [InlineData("Ne m’appelez plus sur ce numéro, prenez l’autre", null)]
    [InlineData("", null)]
    public void Words_close_a_channel_when_they_say_nothing_else(string words, Channel? closes) => Assert.Equal(closes, MailedObjection.Find(words));

    [Fact]
    public async Task Reply_that_says_stop_stops_what_is_queued_on_all_projects()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateRelaunchLink();
        await app.CreateProjectInFollowUp("P-2");
        var address = (await app.MailsOf(MessageKind.RelaunchFirst))[0].Mail.ReplyTo;

        (await app.Post(MailGateway.ComposeReply(address, "STOP"))).HasResult("reply");

        foreach (var id in new[] { "P-1", "P-2" }) Assert.False((await app.Project(id)).Contact.MayMail);
        await app.AdvanceTime(Duration.FromDays(40));
        Assert.Single(await app.MailsOf(MessageKind.RelaunchFirst));
        Assert.Equal(["STOP"], await app.ReplyTexts());
    }
}
