using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Permissions;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>Whoever complains is told the reference, what happens next, and by when.</summary>
public sealed class ComplaintReceiptTests
{
    [Fact]
    public async Task Client_and_provider_get_one_each_in_their_language()
    {
        await using var house = await TestApp.Start();
        await house.SubmitProject("P-1");
        await Complain(house, new Complaint("C-1", "client", TestApp.Client, "P-1", "Trop d’appels", house.Now));
        await Complain(house, new Complaint("C-2", "provider", "PR-2", null, "No answer", house.Now));
        await Complain(house, new Complaint("C-3", "client", "C-unknown", null, "?", house.Now));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(house.RunDueJobs)));
        await house.RunDueJobsAt("2026-11-25 09:00 +01");

        var receipts = (await house.DepartmentMails("complaint-receipt")).OrderBy(m => m.MessageId, StringComparer.Ordinal).ToList();
        Assert.Equal(["complaint-receipt.C-1", "complaint-receipt.C-2"], receipts.Select(m => m.MessageId));
        Assert.Equal(["jeanne@martin.example", "hello@northlight.example"], receipts.Select(m => m.To));
        Assert.Equal("Votre réclamation C-1 est bien arrivée", receipts[0].Subject);
        Assert.Contains("lundi 7 décembre 2026", receipts[0].Text, StringComparison.Ordinal);
        Assert.Equal("Your complaint C-2 has arrived", receipts[1].Subject);
        Assert.Contains("Monday 7 December 2026", receipts[1].Text, StringComparison.Ordinal);
        Assert.Empty(await house.PendingDepartmentMails());
    }

    [Fact]
    public async Task One_whose_author_is_erased_before_it_leaves_is_not_sent()
    {
        await using var house = await TestApp.Start();
        await house.SubmitProject("P-1");
        await Complain(house, new Complaint("C-1", "client", TestApp.Client, "P-1", "Trop d’appels", house.Now));
        await house.Services.GetRequiredService<PersonEraser>().Erase(TestApp.Client, Actor.Website, TestContext.Current.CancellationToken);

        await house.RunDueJobs();

        Assert.Empty(await house.DepartmentMails("complaint-receipt"));
    }

    [Fact]
    public async Task An_address_that_takes_no_mail_is_tried_once_and_written_to_no_more()
    {
        var courier = new FailingMailSender { FailsAll = true, Failure = () => new AddressRejectedException("smtp-550-5.1.1") };
        await using var house = await TestApp.Start(mail: courier);
        await house.SubmitProject("P-1");
        await Complain(house, new Complaint("C-1", "client", TestApp.Client, "P-1", "Trop d’appels", house.Now));
        await Complain(house, new Complaint("C-2", "provider", "PR-2", null, "No answer", house.Now));

        await house.RunDueJobs();
        house.Time.Advance(TimeSpan.FromHours(3));
        await house.RunDueJobs();

        Assert.Equal(2, courier.Attempts);
        Assert.Empty(await house.PendingDepartmentMails());
        Assert.False((await house.Project("P-1")).Contact.MayMail);
    }

    static async Task Complain(TestApp house, Complaint complaint) =>
        await house.Services.GetRequiredService<IComplaints>().Add(complaint, TestContext.Current.CancellationToken);
}
