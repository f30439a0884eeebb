using FluentValidation.Results;
using FollowUp.Application.People;
using FollowUp.Application.Scheduling;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using FollowUp.Storage.Shared;
using FollowUp.Storage.Sqlite;
using FollowUp.Web.Shared.People;
using FollowUp.Web.Shared.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace FollowUp.Web.Tests.People;

/// <summary>Adding, changing and removing members of staff, over a real store.</summary>
public sealed class StaffAdministrationTests : IDisposable
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("followup-staff-");
    readonly SqliteStore store;
    readonly StaffAdministration administration;

    public StaffAdministrationTests()
    {
        store = SqliteStore.Open(Path.Combine(folder.FullName, "followup.db"));
        administration = new StaffAdministration(store.Directory, store.Tokens, new StaffSettings(store.Settings), new NoSignal(), new FakeTimeProvider());
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Person_is_added_once_and_then_changed()
    {
        Assert.IsType<StaffChange.Added>(await administration.Add(Nadia, Stop));
        Assert.IsType<StaffChange.AlreadyStaff>(await administration.Add(Nadia with { Name = "Nadia P." }, Stop));
        Assert.Equal("Nadia Petit", (await store.Directory.FindStaff(Nadia.Id, Stop))!.Name);

        Assert.IsType<StaffChange.Changed>(await administration.Change(Nadia with { Name = "Nadia P." }, Stop));
        Assert.Equal("Nadia P.", (await store.Directory.FindStaff(Nadia.Id, Stop))!.Name);
        Assert.IsType<StaffChange.NotStaff>(await administration.Change(Nadia with { Id = "nobody@demo.example" }, Stop));
    }

    [Fact]
    public async Task Change_keeps_absences_and_session()
    {
        await administration.Add(Nadia, Stop);
        var before = await store.Directory.ChangeStaff(all => all[0] with { Absences = [new Absence(new(2026, 12, 1), new(2026, 12, 4), null)] }, Stop);
        await administration.Change(Nadia with { Phone = "+33199000100" }, Stop);

        var after = (await store.Directory.FindStaff(Nadia.Id, Stop))!;
        Assert.Equal("+33199000100", after.Phone);
        Assert.Single(after.Absences);
        Assert.Equal(before!.Stamp, after.Stamp);
        Assert.NotNull(after.Stamp);
    }

    [Fact]
    public async Task Last_manager_is_neither_removed_nor_demoted()
    {
        await administration.Add(Nadia, Stop);
        await administration.Add(Nadia with { Id = "camille@demo.example", Role = Role.Coordinator }, Stop);

        Assert.IsType<StaffChange.LastManager>(await administration.Remove(Nadia.Id, Stop));
        Assert.IsType<StaffChange.LastManager>(await administration.Put(Nadia with { Role = Role.Sales }, Stop));
        Assert.Equal(Role.Manager, (await store.Directory.FindStaff(Nadia.Id, Stop))!.Role);
    }

    [Fact]
    public async Task Person_who_comes_back_has_neither_old_sessions_nor_old_tokens()
    {
        await administration.Add(Nadia, Stop);
        await administration.Add(Nadia with { Id = "paul@demo.example" }, Stop);
        await store.Tokens.Add("hash", Nadia.Id, Instant.FromUtc(2026, 11, 23, 8, 0), Stop);
        var stamp = (await store.Directory.FindStaff(Nadia.Id, Stop))!.Stamp;

        Assert.IsType<StaffChange.Removed>(await administration.Remove(Nadia.Id, Stop));
        Assert.IsType<StaffChange.NotStaff>(await administration.Remove(Nadia.Id, Stop));
        Assert.Null(await store.Directory.FindStaff(Nadia.Id, Stop));
        await store.Tokens.Add("left over by a crash", Nadia.Id, Instant.FromUtc(2026, 11, 23, 8, 0), Stop);

        Assert.IsType<StaffChange.Added>(await administration.Add(Nadia, Stop));
        Assert.NotEqual(stamp, (await store.Directory.FindStaff(Nadia.Id, Stop))!.Stamp);
        Assert.Null(await store.Tokens.FindStaff("hash", Stop));
        Assert.Null(await store.Tokens.FindStaff("left over by a crash", Stop));
    }

    [Theory]
    [InlineData(" Zoé@Suivi.Example ", "zoé@suivi.example")]
    [InlineData("a@Café.example", "a@xn--caf-dma.example")]
    [InlineData("a@xn--caf-dma.example", "a@xn--caf-dma.example")]
    [InlineData("Manager", "manager")]
    public void Address_has_one_form(string typed, string id) => Assert.Equal(id, StaffId.Normalize(typed));

    [Fact]
    public async Task Every_wrong_field_is_named_at_once()
    {
        var errors = await Validate(new StaffEntryRequest
        {
            Email = "no address",
            Name = " ",
            Languages = ["fr", "de"],
            Capacity = -1,
            Phone = "12",
            ScreenLanguage = "de",
            Hours = new HoursRequest { Days = ["monday", "funday"], Windows = [new WindowRequest { From = "14:00", To = "9:00" }] },
        });

        Assert.Equal(
            ["capacity", "email", "hours.days", "hours.windows", "languages", "name", "phone", "role", "screenLanguage"],
            FieldErrors.Describe(errors, Language.English).Keys);
    }

    [Fact]
    public async Task Valid_request_becomes_details_in_their_stored_form()
    {
        var request = new StaffEntryRequest
        {
            Email = "Nadia@Demo.Example",
            Name = " Nadia Petit ",
            Role = StaffRole.Coordinator,
            Phone = "01 99 00 01 00",
            Hours = new HoursRequest { Days = ["tuesday", "monday"], Windows = [new WindowRequest { From = "9:00", To = "12:30" }] },
        };
        Assert.Empty(await Validate(request));
        var details = request.ToDetails(request.Email!);

        Assert.Equal("nadia@demo.example", details.Id);
        Assert.Equal("Nadia Petit", details.Name);
        Assert.Equal("+33199000100", details.Phone);
        Assert.Equal(100, details.Capacity);
        Assert.Equal([IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday], details.Hours!.Days);
        Assert.Null(details.ScreenLanguage);
    }

    async Task<IReadOnlyList<ValidationFailure>> Validate(object request)
    {
        await using var services = new ServiceCollection().AddStore(store).AddSingleton(TimeProvider.System).AddSingleton(WorkingCalendar.France)
            .BuildServiceProvider();
        return await new RequestValidators(services).Validate(request, Stop);
    }

    static StaffDetails Nadia => new("nadia@demo.example", "Nadia Petit", Role.Manager, [Language.French], 0, null, null, null);

    sealed class NoSignal : IScheduleSignal
    {
        public void Raise()
        {
        }
    }
}
