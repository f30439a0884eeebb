using FollowUp.Application.Ports;
using FollowUp.Application.Settings;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;
using FollowUp.Storage.Tests.Given;
using NodaTime;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>The settings of the department, and the newest attempts to send webhooks.</summary>
public abstract class DepartmentSettingsContract<TStore> : StoreContract<TStore>
    where TStore : IStoreUnderTest, new()
{
    static readonly DepartmentSettings Full = new()
    {
        Name = "Suivi Projet", Phone = "+33 1 99 00 00 01", ReplyAddress = "suivi@exemple.example", Languages = [Language.French],
        AlsaceMoselle = true, ClosingDays = [new ClosingDay(new LocalDate(2027, 5, 7), "pont de l’Ascension")],
        PublicAddress = new Uri("https://suivi.exemple.example/"),
        Mail = new MailSettings { FromAddress = "suivi@exemple.example", ReplyDomain = "reponse.exemple.example", AuthenticatedBy = "mx.exemple.example" },
        Smtp = new SmtpSettings { Host = "smtp.exemple.example", Port = 465, Security = "tls", User = "suivi", Password = new EncryptedText("CfDJ8") },
        Webhook = new WebhookSettings
        {
            Target = new Uri("https://site.exemple.example/hook"), Secret = new EncryptedText("CfDJ9"),
            Events = [WebhookEvent.NextAction, WebhookEvent.ComplaintReceived],
        },
        Feed = new FeedSettings { WithheldFromStart = [SharedFact.LastContact, SharedFact.ClientSays] },

        // Longer than a property of a table row.
        Legal = new LegalSettings { Organisation = "Exemple SAS", PrivacyNoticeFrench = new string('é', 40_000) },
    };

    [Fact]
    public async Task New_installation_has_the_initial_settings() => Assert.Equal(StoredSettings.Initial, await Store.Department.Read());

    [Fact]
    public async Task Settings_are_stored_and_replaced_with_the_next_version()
    {
        Assert.True(await Store.Department.TryWrite(new DepartmentSettings { Name = "Suivi" }, 0));
        Assert.True(await Store.Department.TryWrite(Full, 1));
        await Reopen();

        var stored = await Store.Department.Read();
        Assert.Equal(2, stored.Version);
        Assert.Equal(2, await Store.Department.ReadVersion());
        Assert.Equal(RecordText.Of(Full), RecordText.Of(stored.Settings));
    }

    [Fact]
    public async Task One_of_many_concurrent_changes_succeeds()
    {
        using var other = await OpenAnother();
        foreach (var version in new[] { 0, 1 })
        {
            var did = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(async () =>
                await (i % 2 == 0 ? Store : other).Department.TryWrite(new DepartmentSettings { Name = $"{i}" }, version))));
            Assert.Single(did, won => won);
            Assert.Equal($"{Array.IndexOf(did, true)}", (await other.Department.Read()).Settings.Name);
        }

        Assert.False(await Store.Department.TryWrite(Full, 7));
        Assert.Equal(2, await Store.Department.ReadVersion());
    }

    [Fact]
    public async Task Newest_webhook_deliveries_are_read_newest_first()
    {
        var first = new WebhookDelivery("P-1.7.Webhook", A.Monday, Duration.FromMilliseconds(1200), null, "no answer", "{}");
        await Store.WebhookDeliveries.Add(first);
        await Store.WebhookDeliveries.Add(first with { Status = 204, Failure = null });
        Assert.Equal([first with { Status = 204, Failure = null }, first], await Store.WebhookDeliveries.Read());

        foreach (var i in Enumerable.Range(1, IWebhookDeliveries.Count)) await Store.WebhookDeliveries.Add(first with { MessageId = $"m-{i}" });
        var newest = await Store.WebhookDeliveries.Read();
        Assert.Equal(IWebhookDeliveries.Count, newest.Length);
        Assert.Equal($"m-{IWebhookDeliveries.Count}", newest[0].MessageId);
        Assert.Equal("m-1", newest[^1].MessageId);
    }
}
