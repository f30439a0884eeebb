using FollowUp.Application.Delivery;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Pages.Tests.InboundMail;

/// <summary>Who speaks for the client, and who does not.</summary>
public sealed class SenderIdentityTests
{
    [Fact]
    public async Task A_reply_from_another_sender_is_forwarded_and_is_no_sign_of_life()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp();
        var (address, version) = (await app.ReplyAddress(), (await app.Project("P-1")).Version);
        var message = MailGateway.ComposeReply(address, "Je réponds pour Jeanne :\nnous signons lundi.", from: "\"jeanne@martin.example\" <paul@martin.example>");

        (await app.Post(message)).HasResult("passed-on", "another-sender");
        (await app.Post(message)).HasResult("passed-on", "repeated");

        Assert.Equal(version, (await app.Project("P-1")).Version);
        var mail = Assert.Single(await app.AllMails(), m => m.Mail.MessageId.StartsWith("passed-on.", StringComparison.Ordinal));
        Assert.Equal((TestApp.Camille.Id, "suivi@followup.example"), (mail.Mail.To, mail.Mail.ReplyTo));
        Assert.Contains("paul@martin.example", mail.Mail.Text, StringComparison.Ordinal);
        Assert.Contains("> nous signons lundi.", mail.Mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://suivi.example/desk/projects/P-1", mail.Mail.Links);
        Assert.Contains(await app.Audit("P-1"), e => e is { What: "inbound-mail", Code: "another-sender", By: "mail" });
    }

    [Fact]
    public async Task A_forward_that_the_coordinator_cannot_receive_goes_to_the_manager()
    {
        var sender = new FollowUp.Pages.Tests.Scheduling.FailingMailSender { FailsTo = TestApp.Camille.Id, Failure = () => new AddressRejectedException("smtp-550-5.1.1") };
        await using var app = await TestApp.Start(mail: sender);
        await app.CreateProjectInFollowUp();
        var message = MailGateway.ComposeReply(await app.ReplyAddress(), "Je réponds pour Jeanne.", from: "paul@martin.example");

        (await app.Post(message)).HasResult("passed-on", "another-sender");
        (await app.Post(message)).HasResult("passed-on", "repeated");

        var mail = Assert.Single(await app.AllMails(), m => m.Mail.MessageId.StartsWith("passed-on.", StringComparison.Ordinal));
        Assert.Equal(TestApp.Nadia.Id, mail.Mail.To);
    }

    [Fact]
    public async Task A_proven_sender_finds_the_only_open_project_without_a_token()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp();
        (await app.Post(MailGateway.ComposeReply("suivi@followup.example", from: "JEANNE@Martin.example", headers: MailGateway.Proven))).HasResult("reply");

        await app.CreateProjectInFollowUp("P-2");
        (await app.Post(MailGateway.ComposeReply("suivi@followup.example", id: "2@x", headers: MailGateway.Proven))).HasResult("passed-on", "several-projects");
        (await app.Post(MailGateway.ComposeReply("suivi@followup.example", id: "3@x", headers: MailGateway.Proven + "\nIn-Reply-To: <P-2.7.RelaunchFirst@followup.example>")))
            .HasResult("reply");

        await app.RecordAsManager("P-2", new Close(Outcome.Dead(DeathReason.Abandoned)));
        (await app.Post(MailGateway.ComposeReply("suivi@followup.example", id: "4@x", headers: MailGateway.Proven))).HasResult("reply");
        Assert.Equal(2, (await app.ReplyTexts("P-1")).Length);
        Assert.Single(await app.ReplyTexts("P-2"));
    }

    [Fact]
    public async Task A_sender_that_no_gateway_proves_is_forwarded_to_the_person_in_charge()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp();

        (await app.Post(MailGateway.ComposeReply("suivi@followup.example"))).HasResult("passed-on", "unproven-sender");

        Assert.Empty(await app.ReplyTexts());
        Assert.Equal(TestApp.Camille.Id, Assert.Single(await app.AllMails(), m => m.Mail.MessageId.StartsWith("passed-on.", StringComparison.Ordinal)).Mail.To);
    }

    [Theory]
    [InlineData("dmarc=fail header.from=martin.example")]
    [InlineData("spf=fail smtp.mailfrom=eve.example; dkim=none")]
    [InlineData("dkim=pass header.d=martin.example; dmarc=fail header.from=martin.example")]
    public async Task A_failed_check_wins_over_the_token(string results)
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp();
        var forged = $"Authentication-Results: {TestApp.Gateway}; {results}";

        (await app.Post(MailGateway.ComposeReply("suivi@followup.example", headers: forged))).HasResult("passed-on", "unproven-sender");
        (await app.Post(MailGateway.ComposeReply(await app.ReplyAddress(), headers: forged, id: "2@x"))).HasResult("passed-on", "unproven-sender");

        Assert.Empty(await app.ReplyTexts());
    }

    [Fact]
    public async Task An_unknown_sender_is_ignored()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp();
        foreach (var from in new[] { "eve@elsewhere.example", "jeanne@martin.example.evil.example", "xjeanne@martin.example", "jeanne@martin.example, eve@elsewhere.example" })
        {
            var answer = await app.Post(MailGateway.ComposeReply("suivi@followup.example", from: from, headers: "In-Reply-To: <P-1.4.Validated@followup.example>"));
            Assert.Equal("ignored", answer.Result);
        }

        Assert.Empty(await app.ReplyTexts());
        Assert.Null((await app.Project("P-1")).Latest.ReplyAt);
    }

    [Fact]
    public async Task Mails_from_staff_and_the_department_are_ignored()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp();
        var address = await app.ReplyAddress();
        (await app.Post(MailGateway.ComposeReply(address, from: TestApp.Yanis.Id))).HasResult("ignored", "from-staff");
        (await app.Post(MailGateway.ComposeReply(address, from: "suivi@followup.example"))).HasResult("ignored", "from-staff");
    }

    [Fact]
    public async Task Header_injection_does_not_reach_the_forwarded_mail()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp();
        (await app.Post(MailGateway.ComposeReply(
            await app.ReplyAddress(), from: "=?utf-8?q?x=0D=0ABcc:_all=40demo.example?= <paul@martin.example>",
            subject: "=?utf-8?q?Re:_x=0D=0ABcc:_all=40demo.example?="))).HasResult("passed-on", "another-sender");
        Assert.All(await app.AllMails(), m => Assert.DoesNotContain("all@demo", m.Mail.Subject + m.Mail.To + m.Mail.ToName + m.Mail.ReplyTo + m.Mail.FromName, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_internationalised_sender_that_the_gateway_proves_is_the_client()
    {
        await using var house = await TestApp.Start();
        await house.SubmitProject(email: "jeanne@château-exemple.example");
        var proven = $"Authentication-Results: {TestApp.Gateway}; dmarc=pass header.from=xn--chteau-exemple-chb.example";

        (await house.Post(MailGateway.ComposeReply("suivi@followup.example", from: "Jeanne <jeanne@xn--chteau-exemple-chb.example>", headers: proven))).HasResult("reply");
    }
}
