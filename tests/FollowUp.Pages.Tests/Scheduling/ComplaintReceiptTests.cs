using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Permissions;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>The receipt of a complaint.</summary>
public sealed class ComplaintReceiptTests
{
    [Fact]
    public async Task Client_and_provider_get_a_receipt_in_their_language()
    {
        await using var app = await TestApp.Start();
        await app.SubmitProject("P-1");
        await Complain(app, new Complaint("C-1", "client", TestApp.Client, "P-1", "Trop d’appels", app.Now));
        await Complain(app, new Complaint("C-2", "provider", "PR-2", null, "No answer", app.Now));
        await Complain(app, new Complaint("C-3", "client", "C-unknown", null, "?", app.Now));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(app.RunDueJobs)));
        await app.RunDueJobsAt("2026-11-25 09:00 +01");

        var receipts = (await app.DepartmentMails("complaint-receipt")).OrderBy(m => m.MessageId, StringComparer.Ordinal).ToList();
        Assert.Equal(["complaint-receipt.C-1", "complaint-receipt.C-2"], receipts.Select(m => m.MessageId));
        Assert.Equal(["jeanne@martin.example", "hello@northlight.example"], receipts.Select(m => m.To));
        Assert.Equal("Votre réclamation C-1 est bien arrivée", receipts[0].Subject);
        Assert.Contains("lundi 7 décembre 2026", receipts[0].Text, StringComparison.Ordinal);
        Assert.Equal("Your complaint C-2 has arrived", receipts[1].Subject);
        Assert.Contains("Monday 7 December 2026", receipts[1].Text, StringComparison.Ordinal);
        Assert.Empty(await app.PendingDepartmentMails());
    }

    [Fact]
    public async Task Receipt_is_not_sent_to_an_erased_client()
    {
        await using var app = await TestApp.Start();
        await app.SubmitProject("P-1");
        await Complain(app, new Complaint("C-1", "client", TestApp.Client, "P-1", "Trop d’appels", app.Now));
        await app.Services.GetRequiredService<PersonEraser>().Erase(TestApp.Client, Actor.Website, TestContext.Current.CancellationToken);

        await app.RunDueJobs();

        Assert.Empty(await app.DepartmentMails("complaint-receipt"));
    }

    [Fact]
    public async Task Rejected_address_is_tried_once()
    {
        var sender = new FailingMailSender { FailsAll = true, Failure = () => new AddressRejectedException("smtp-550-5.1.1") };
        await using var app = await TestApp.Start(mail: sender);
        await app.SubmitProject("P-1");
        await Complain(app, new Complaint("C-1", "client", TestApp.Client, "P-1", "Trop d’appels", app.Now));
        await Complain(app, new Complaint("C-2", "provider", "PR-2", null, "No answer", app.Now));

        await app.RunDueJobs();
        app.Time.Advance(TimeSpan.FromHours(3));
        await app.RunDueJobs();

        Assert.Equal(2, sender.Attempts);
        Assert.Empty(await app.PendingDepartmentMails());
        Assert.False((await app.Project("P-1")).Contact.MayMail);
    }

    static async Task Complain(TestApp app, Complaint complaint) =>
        await app.Services.GetRequiredService<IComplaints>().Add(complaint, TestContext.Current.CancellationToken);
}
