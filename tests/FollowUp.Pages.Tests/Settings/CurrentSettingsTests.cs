using FollowUp.Application.Projects;
using FollowUp.Application.Settings;
using FollowUp.Domain.Calendars;
using FollowUp.Storage.Shared;
using FollowUp.Storage.Sqlite;
using FollowUp.Web.Mails;
using FollowUp.Web.Shared.Settings;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUp.Pages.Tests.Settings;

/// <summary>Stored settings reach every process, and what the configuration sets wins.</summary>
public sealed class CurrentSettingsTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("followup-settings-").FullName;
    readonly List<IDisposable> opened = [];

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        opened.ForEach(o => o.Dispose());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Change_reaches_another_process_without_a_restart()
    {
        var (first, second) = (await StartProcess(), await StartProcess());
        Assert.Equal("Suivi Projet", DepartmentName(second));

        await Write(first, settings => settings with { Name = "Suivi Exemple", ClosingDays = [new ClosingDay(new LocalDate(2027, 5, 7))], AlsaceMoselle = true });
        await second.GetRequiredService<CurrentSettings>().Refresh(Cancellation);

        Assert.Equal("Suivi Exemple", DepartmentName(second));
        var calendar = second.GetRequiredService<PolicyLoader>().Calendar;
        Assert.False(calendar.IsWorkingDay(new LocalDate(2027, 5, 7)));
        Assert.NotNull(calendar.HolidayOn(new LocalDate(2027, 3, 26)));
        Assert.Same(calendar, second.GetRequiredService<WorkingCalendar>());
    }

    [Fact]
    public async Task Value_of_the_configuration_wins_and_an_empty_one_does_not_count()
    {
        var process = await StartProcess(("Mail:DepartmentName", "Set by the environment"), ("Mail:DepartmentPhone", ""));
        await Write(process, settings => settings with { Name = "Stored", Phone = "+33 1 99 00 00 07" });

        var mail = process.GetRequiredService<IOptionsMonitor<MailOptions>>().CurrentValue;
        Assert.Equal("Set by the environment", mail.DepartmentName);
        Assert.Equal("+33 1 99 00 00 07", mail.DepartmentPhone);
        Assert.Equal("Set by the environment", process.GetRequiredService<CurrentSettings>().FindConfigured("Mail:DepartmentName"));
        Assert.Null(process.GetRequiredService<CurrentSettings>().FindConfigured("Mail:DepartmentPhone"));
    }

    [Fact]
    public async Task Stored_password_does_not_reach_a_server_that_the_configuration_names()
    {
        var process = await StartProcess(("Smtp:Host", "smtp.elsewhere.example"));
        var secrets = process.GetRequiredService<ISecretProtector>();
        await Write(process, settings => settings with { Smtp = new SmtpSettings { Host = "smtp.exemple.example", User = "suivi", Password = secrets.Protect("hunter2") } });

        var smtp = process.GetRequiredService<IConfiguration>().GetSection("Smtp");
        Assert.Equal("smtp.elsewhere.example", smtp["Host"]);
        Assert.Null(smtp["User"]);
        Assert.Null(smtp["Password"]);
    }

    [Fact]
    public async Task Secrets_are_stored_encrypted_and_read_by_another_process()
    {
        var (first, second) = (await StartProcess(), await StartProcess());
        var password = first.GetRequiredService<ISecretProtector>().Protect("hunter2");
        await Write(first, settings => settings with { Smtp = new SmtpSettings { Host = "smtp.exemple.example", Password = password } });
        await second.GetRequiredService<CurrentSettings>().Refresh(Cancellation);

        Assert.Equal("hunter2", second.GetRequiredService<IConfiguration>()["Smtp:Password"]);
        Assert.DoesNotContain("hunter2", password.Ciphertext, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Webhook_target_with_a_secret_that_cannot_be_decrypted_is_left_out()
    {
        var process = await StartProcess();
        var foreign = new SecretProtector(new EphemeralDataProtectionProvider()).Protect("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        await Write(process, settings => settings with { Webhook = new WebhookSettings { Target = new Uri("https://site.example/hook"), Secret = foreign } });
        Assert.Null(process.GetRequiredService<IConfiguration>()["Webhook:Target"]);

        var own = process.GetRequiredService<ISecretProtector>().Protect("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        await Write(process, settings => settings with { Webhook = settings.Webhook with { Secret = own } });
        Assert.Equal("https://site.example/hook", process.GetRequiredService<IConfiguration>()["Webhook:Target"]);
        Assert.Equal("site.example", process.GetRequiredService<IConfiguration>()["Webhook:AllowedHosts"]);
    }

    static string DepartmentName(IServiceProvider process) => process.GetRequiredService<IOptionsMonitor<MailOptions>>().CurrentValue.DepartmentName;

    static async Task Write(IServiceProvider process, Func<DepartmentSettings, DepartmentSettings> change)
    {
        var store = process.GetRequiredService<Application.Ports.IDepartmentSettings>();
        var stored = await store.Read(Cancellation);
        Assert.True(await store.TryWrite(change(stored.Settings), stored.Version, Cancellation));
        await process.GetRequiredService<CurrentSettings>().Refresh(Cancellation);
    }

    /// <summary>The services of a host over one store, as a process of its own has them.</summary>
    async Task<ServiceProvider> StartProcess(params (string Key, string Value)[] environment)
    {
        var store = SqliteStore.Open(Path.Combine(folder, "followup.db"));
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(environment.Select(e => KeyValuePair.Create(e.Key, (string?)e.Value)));
        var process = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<IConfiguration>(configuration)
            .AddStore(store).AddDepartmentSettings(configuration).AddFollowUpApplication().AddFollowUpPages()
            .Configure<MailOptions>(configuration.GetSection("Mail")).BuildServiceProvider();
        opened.AddRange([process, store]);
        await process.GetRequiredService<CurrentSettings>().Refresh(Cancellation);
        return process;
    }
}
