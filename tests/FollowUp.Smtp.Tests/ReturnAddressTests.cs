using FollowUp.Domain.Projects.Commands;
using FollowUp.Smtp.Tests.Given;
using FollowUp.TestKit;
using FollowUp.TestKit.Smtp;
using MimeKit;

namespace FollowUp.Smtp.Tests;

/// <summary>Where a bounce goes: the sender of the envelope.</summary>
public sealed class ReturnAddressTests
{
    [Fact]
    public async Task Bounces_go_to_the_reply_address_of_the_mail_where_the_setting_says_so()
    {
        using var server = new FakeSmtpServer();
        using var department = await DepartmentFolder.CreateUntilNow("Camille Besnard", [(new SampleClient("P-1", "zoe@atelier.example"), CallOutcome.Serious)]);
        using var host = HostProcess.Start(department, server.Port, ("Smtp__BouncesToReplyAddress", "true"));
        await Eventually.IsTrue(() => server.ReceivedMails.Any(), () => "No mail arrives.");

        var mail = server.ReceivedMails[0];
        Assert.Equal(Assert.IsType<MailboxAddress>(Assert.Single(mail.Message.ReplyTo)).Address, mail.From);
        Assert.Matches(@"^suivi\+[a-z2-7]{16}@department\.example$", mail.From);
        Assert.Equal("suivi@department.example", mail.Message.From.Mailboxes.Single().Address);
    }
}
