using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace FollowUp.EndToEnd.Tests.Lives;

/// <summary>A client who replies by mail. The mail gateway posts the reply to the host.</summary>
public sealed class ReplyTests(SharedDemo demo) : IClassFixture<SharedDemo>
{
    [Fact]
    public async Task An_out_of_office_reply_changes_nothing_and_a_reply_restarts_the_cadence_once()
    {
        var host = await demo.BeginTest();
        var key = await host.RunCommand("key", "--inbound-mail");
        var life = await Life.SubmitCompany(host);
        await life.RecordCallWhenDue("serious");
        await life.AdvanceToMail("RelaunchFirst");
        var second = await life.AdvanceToMail("RelaunchLater");
        var address = second.GetHeader("Reply-To")!;
        var before = life.Project.Version;

        Assert.Equal(("ignored", before), (await PostReply("Subject: Réponse automatique : votre projet\r\nAuto-Submitted: auto-replied\r\nMessage-ID: <a@client>", "Absente."), life.Project.Version));
        Assert.Equal(("reply", true), (await PostReply("Subject: Re: votre projet\r\nMessage-ID: <b@client>", "Je compare encore deux devis."), life.Project.Version > before));
        var after = life.Project.Version;
        Assert.Equal(("reply", after), (await PostReply("Subject: Re: votre projet\r\nMessage-ID: <b@client>", "Je compare encore deux devis."), life.Project.Version));

        // The cadence starts again: its first relaunch is due in three days.
        Assert.Equal("mail", life.Project.Next);
        Assert.InRange((life.Project.DueAt - await host.Now()).TotalDays, 2, 6);
        Assert.Single(await life.GetMails("ReplyReceived"));
        await life.AdvanceToMail("RelaunchFirst");

        async Task<string?> PostReply(string headers, string text)
        {
            using var message = new ByteArrayContent(Encoding.UTF8.GetBytes(
                $"From: Jeanne Martin <{Submissions.MailOf(life.Id)}>\r\nTo: {address}\r\n{headers}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"));
            message.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");
            using var request = new HttpRequestMessage(HttpMethod.Post, "/inbound-mail") { Content = message };
            request.Headers.Add("x-inbound-mail-key", key);
            using var answer = await host.AnonymousClient.SendAsync(request, TestContext.Current.CancellationToken);
            var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode} {body}");
            await host.Advance("PT1M");
            await life.Refresh();
            return System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("result").GetString();
        }
    }
}
