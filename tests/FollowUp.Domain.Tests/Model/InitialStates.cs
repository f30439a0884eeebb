using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using NodaTime;

namespace FollowUp.Domain.Tests.Model;

/// <summary>Companies and private persons, with and without consent, with and without a coordinator, on ordinary days and before holidays and clock changes.</summary>
static class InitialStates
{
    public static readonly InitialState[] All =
    [
        new("person with consent on the eve of 1 May, person without consent in the Christmas week", A.PersonProject.PostedOn("2026-04-30 19:59 +02").AwaitingValidation)
        {
            Others = [A.PersonWithoutConsent.PostedOn("2026-12-26 12:00 +01").AwaitingValidation],
        },
        new("company, Monday morning", A.CompanyProject.AwaitingValidation, WithReopening: true),
        new("company with its providers and staff", A.CompanyProject.PostedOn("2026-07-13 18:29 +02").AwaitingValidation, WithProviders: true),
        new("company on the eve of summer time and Easter, own hours, a newer cadence", A.CompanyProject.PostedOn("2027-03-26 18:00 +01").AwaitingValidation.With(Revised)),
        new("company without a coordinator, 29 February",
            Story.Begin(A.CompanyProject.PostedOn("2028-02-29 12:29 +01").Submission with { Coordinator = null }, Policy.Default, Paris.At("2028-02-29 12:29 +01"))),
    ];

    public static InitialState GetByName(string part) => All.First(b => b.Name.StartsWith(part, StringComparison.Ordinal));

    static Policy Revised => Policy.Default with
    {
        Cadences = Policy.Default.Cadences.Add(2, DefaultCadence.Initial with { Version = 2 }),
        Current = 2,
        OwnHours = new OpeningHours([IsoDayOfWeek.Monday, IsoDayOfWeek.Thursday], [Paris.Window("09:30", "11:30"), Paris.Window("16:00", "19:00")]),
    };
}
