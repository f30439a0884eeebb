using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Pages.Tests.Department;

namespace FollowUp.Pages.Tests;

/// <summary>Who speaks for the client, and who does not.</summary>
public sealed class StrangerTests
{
    [Fact]
    public async Task Whoever_answers_in_the_clients_thread_is_read_and_gives_no_sign_of_life()
    {
        await using var house = await House.Open();
        await house.InFollowUp();
        var (address, version) = (await house.ReplyAddress(), (await house.Project("P-1")).Version);
        var message = Gateway.Reply(address, "Je réponds pour Jeanne :\nnous signons lundi.", from: "\"jeanne@martin.example\" <paul@martin.example>");

        (await house.Bring(message)).Is("passed-on", "another-sender");
        (await house.Bring(message)).Is("repeated");

        Assert.Equal(version, (await house.Project("P-1")).Version);
        var mail = Assert.Single(await house.AllMails(), m => m.Mail.MessageId.StartsWith("passed-on.", StringComparison.Ordinal));
        Assert.Equal((House.Camille.Id, "suivi@followup.example"), (mail.Mail.To, mail.Mail.ReplyTo));
        Assert.Contains("paul@martin.example", mail.Mail.Text, StringComparison.Ordinal);
        Assert.Contains("> nous signons lundi.", mail.Mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://suivi.example/desk/projects/P-1", mail.Mail.Links);
        Assert.Contains(await house.Audit("P-1"), e => e is { What: "inbound-mail", Code: "another-sender", By: "mail" });
    }

    [Fact]
    public async Task What_cannot_reach_whoever_is_in_charge_reaches_the_manager()
    {
        var courier = new FollowUp.Pages.Tests.Department.FailingCourier { FailsTo = House.Camille.Id, Failure = () => new AddressRejectedException("smtp-550-5.1.1") };
        await using var house = await House.Open(mail: courier);
        await house.InFollowUp();
        var message = Gateway.Reply(await house.ReplyAddress(), "Je réponds pour Jeanne.", from: "paul@martin.example");

        (await house.Bring(message)).Is("passed-on", "another-sender");
        (await house.Bring(message)).Is("repeated");

        var mail = Assert.Single(await house.AllMails(), m => m.Mail.MessageId.StartsWith("passed-on.", StringComparison.Ordinal));
        Assert.Equal(House.Nadia.Id, mail.Mail.To);
    }

    [Fact]
    public async Task The_address_alone_finds_the_one_project_that_it_can_mean()
    {
        await using var house = await House.Open();
        await house.InFollowUp();
        (await house.Bring(Gateway.Reply("suivi@followup.example", from: "JEANNE@Martin.example"))).Is("reply");

        await house.InFollowUp("P-2");
        (await house.Bring(Gateway.Reply("suivi@followup.example", id: "2@x"))).Is("passed-on", "several-projects");
        (await house.Bring(Gateway.Reply("suivi@followup.example", id: "3@x", headers: "In-Reply-To: <P-2.7.RelaunchFirst@followup.example>"))).Is("reply");

        await house.Staff("P-2", new Close(Outcome.Dead(DeathReason.Abandoned)));
        (await house.Bring(Gateway.Reply("suivi@followup.example", id: "4@x"))).Is("reply");
        Assert.Equal(2, (await house.ReplyTexts("P-1")).Length);
        Assert.Single(await house.ReplyTexts("P-2"));
    }

    [Fact]
    public async Task A_sender_that_the_gateway_found_forged_moves_nothing_without_the_token()
    {
        await using var house = await House.Open();
        await house.InFollowUp();
        const string Forged = "Authentication-Results: mx.gateway.example; spf=fail smtp.mailfrom=eve.example; dmarc=fail header.from=martin.example";

        (await house.Bring(Gateway.Reply("suivi@followup.example", headers: Forged))).Is("passed-on", "unproven-sender");
        Assert.Empty(await house.ReplyTexts());
        (await house.Bring(Gateway.Reply(await house.ReplyAddress(), headers: Forged, id: "2@x"))).Is("reply");
    }

    [Fact]
    public async Task Nobody_who_knows_nothing_gives_a_sign_of_life()
    {
        await using var house = await House.Open();
        await house.InFollowUp();
        foreach (var from in new[] { "eve@elsewhere.example", "jeanne@martin.example.evil.example", "xjeanne@martin.example", "jeanne@martin.example, eve@elsewhere.example" })
        {
            var answer = await house.Bring(Gateway.Reply("suivi@followup.example", from: from, headers: "In-Reply-To: <P-1.4.Validated@followup.example>"));
            Assert.Equal("ignored", answer.Result);
        }

        Assert.Empty(await house.ReplyTexts());
        Assert.Null((await house.Project("P-1")).LastReplyAt);
    }

    [Fact]
    public async Task Staff_and_the_department_itself_are_no_clients()
    {
        await using var house = await House.Open();
        await house.InFollowUp();
        var address = await house.ReplyAddress();
        (await house.Bring(Gateway.Reply(address, from: House.Yanis.Id))).Is("ignored", "from-staff");
        (await house.Bring(Gateway.Reply(address, from: "suivi@followup.example"))).Is("ignored", "from-staff");
    }

    [Fact]
    public async Task A_header_cannot_be_smuggled_into_the_mail_that_goes_on()
    {
        await using var house = await House.Open();
        await house.InFollowUp();
        (await house.Bring(Gateway.Reply(
            await house.ReplyAddress(), from: "=?utf-8?q?x=0D=0ABcc:_all=40demo.example?= <paul@martin.example>",
            subject: "=?utf-8?q?Re:_x=0D=0ABcc:_all=40demo.example?="))).Is("passed-on", "another-sender");
        Assert.All(await house.AllMails(), m => Assert.DoesNotContain("all@demo", m.Mail.Subject + m.Mail.To + m.Mail.ToName + m.Mail.ReplyTo + m.Mail.FromName, StringComparison.Ordinal));
    }
}
