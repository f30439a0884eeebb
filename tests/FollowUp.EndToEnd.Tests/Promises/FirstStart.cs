using System.Net;
using FollowUp.EndToEnd.Tests.Stores;

namespace FollowUp.EndToEnd.Tests.Promises;

/// <summary>The first start of a department, on any store: the one-time address makes the first manager.</summary>
public abstract class FirstStart(Func<StoreLocation> createStore)
{
    static readonly (string, string)[] Answers =
    [
        ("department", "Suivi Exemple"), ("phone", "01 99 00 12 34"), ("replyAddress", "suivi@exemple.example"), ("languages", "fr"), ("languages", "en"),
        ("managerName", "Nadia Rouvière"), ("managerEmail", "Nadia@exemple.example"), ("managerLanguage", "fr"),
    ];

    [Fact]
    public async Task The_printed_address_makes_the_first_manager_once()
    {
        await using var host = await HostProcess.CreateStopped(createStore());
        await host.Serve();
        Assert.Contains("n’a pas encore de responsable", (await LinkPage.Open(host.AnonymousClient, $"{host.Address}desk/sign-in")).Text, StringComparison.Ordinal);
        var address = await host.WaitForSetupAddress();
        using var browser = host.CreateClient();

        var rejected = await (await LinkPage.Open(browser, address)).Submit(("department", "Suivi Exemple"), ("phone", "12"), ("managerEmail", "nadia"));
        Assert.Equal(HttpStatusCode.BadRequest, rejected.Status);
        foreach (var field in new[] { "Le numéro de téléphone n’est", "Le choix des langues compte", "Votre nom est", "Votre adresse mail n’est", "Votre langue est" })
        {
            Assert.Contains(field, rejected.Text, StringComparison.Ordinal);
        }

        var desk = await (await LinkPage.Open(browser, address)).Submit(Answers);
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.Contains("Nadia Rouvière", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Aucun suiveur", desk.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await LinkPage.Open(browser, address)).Status);
        Assert.DoesNotContain("responsable", (await LinkPage.Open(host.AnonymousClient, $"{host.Address}desk/sign-in")).Text, StringComparison.Ordinal);

        host.Kill();
        await host.Serve();
        Assert.DoesNotContain(host.ErrorLines, line => line.Contains("/setup/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_receipt_promises_no_call_while_there_is_no_coordinator()
    {
        await using var host = await HostProcess.CreateStopped(createStore());
        await host.Serve();

        var (status, _) = await host.Post(host.WebsiteClient, "/api/projects", Submissions.Company("P-1", new DateTimeOffset(2026, 11, 23, 6, 59, 0, TimeSpan.Zero)));

        Assert.Equal(HttpStatusCode.Created, status);
        var receipt = await host.WaitForMail("P-1");
        Assert.DoesNotContain("appel", receipt.Text, StringComparison.OrdinalIgnoreCase);
        var page = (await LinkPage.Open(host.AnonymousClient, receipt.Link)).Text;
        Assert.DoesNotContain("vous appelle", page, StringComparison.Ordinal);
    }
}
