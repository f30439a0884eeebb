using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Tests.Persons;

/// <summary>A private person is called within the hours of the law on their own clock, while the department in Paris works.</summary>
public class ClientClockTests
{
    [Theory]
    [InlineData("America/Guadeloupe", "2026-11-23 16:00 +01")]
    [InlineData("Indian/Reunion", "2026-11-23 12:00 +01")]
    [InlineData("Europe/London", "2026-11-23 12:00 +01")]
    [InlineData("Nowhere/Unknown", "2026-11-23 11:00 +01")]
    [InlineData(null, "2026-11-23 11:00 +01")]
    public void First_call_is_within_the_hours_of_both_clocks(string? zone, string due) =>
        PostedIn(zone).NextIs("P-1", ActionKind.Call, due);

    [Theory]
    [InlineData("America/Guadeloupe", "2027-05-28 17:00 +02")]
    [InlineData("America/Martinique", "2027-05-27 17:00 +02")]
    public void Public_holiday_of_the_clients_place_is_closed(string zone, string due) =>
        PersonStory.Of("2027-05-26 20:30 +02").Posts("P-1", s => s with { TimeZone = zone }).NextIs("P-1", ActionKind.Call, due);

    [Fact]
    public void Next_half_day_is_that_of_the_client() => PostedIn("America/Guadeloupe")
        .At("2026-11-23 16:00 +01").Calls("P-1", CallOutcome.NoAnswer).NextIs("P-1", ActionKind.Call, "2026-11-26 15:00 +01");

    [Fact]
    public void Client_whose_day_never_meets_that_of_the_department_is_called_by_their_own() =>
        PostedIn("Pacific/Tahiti").NextIs("P-1", ActionKind.Call, "2026-11-23 22:00 +01");

    [Fact]
    public void Call_at_night_of_the_client_is_flagged() =>
        PostedIn("America/Guadeloupe").At("2026-11-23 11:00 +01").Calls("P-1", CallOutcome.NoAnswer).LastCallWasOutside(true);

    [Fact]
    public void Call_in_the_hours_of_the_client_is_not_flagged() =>
        PostedIn("America/Guadeloupe").At("2026-11-24 00:30 +01").Calls("P-1", CallOutcome.NoAnswer).LastCallWasOutside(false);

    [Fact]
    public void Company_is_called_by_the_clock_of_the_department() => PersonStory.Of("2026-11-23 09:00 +01")
        .Posts("P-1", s => s with { TimeZone = "America/Guadeloupe", ClientType = Domain.Projects.ClientType.Company, Consent = null })
        .NextIs("P-1", ActionKind.Call, "2026-11-23 10:00 +01");

    [Fact]
    public void Reason_names_the_clock()
    {
        Assert.EndsWith(", d’après l’heure de Guadeloupe", PostedIn("America/Guadeloupe")["P-1"].Next!.Why.Describe(Language.French), StringComparison.Ordinal);
        Assert.EndsWith(", by the client’s time (London)", PostedIn("Europe/London")["P-1"].Next!.Why.Describe(Language.English), StringComparison.Ordinal);
        Assert.DoesNotContain("heure d", PostedIn(null)["P-1"].Next!.Why.Describe(Language.French), StringComparison.Ordinal);
    }

    static PersonStory PostedIn(string? zone) => PersonStory.Of("2026-11-23 09:00 +01").Posts("P-1", s => s with { TimeZone = zone });
}
