using System.Text.Json;
using FollowUp.Domain.Projects;
using FollowUp.Functions.Orchestration;

namespace FollowUp.Functions.Tests;

/// <summary>The JSON of records that stand in the histories of running instances: its names never change.</summary>
public sealed class OrchestrationJsonTests
{
    static readonly JsonSerializerOptions CamelCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
    static readonly DateTime At = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

    static readonly OrchestrationState State = new(
        Phase.InFollowUp, 2, new NextActionSummary("light-mail", At), At, ["P-1.3.LightMail"]);

    public static TheoryData<object, string> Stored => new()
    {
        { new OrchestrationInput("P-1", 2), """{"Id":"P-1","Generation":2}""" },
        { new DueMessage("P-1", "P-1.3.LightMail"), """{"ProjectId":"P-1","MessageId":"P-1.3.LightMail"}""" },
        { new NextActionSummary("light-mail", At), """{"Kind":"light-mail","DueAt":"2026-11-23T09:00:00Z"}""" },
        {
            State,
            """{"Phase":"InFollowUp","Generation":2,"Next":{"Kind":"light-mail","DueAt":"2026-11-23T09:00:00Z"},"LookAgainAt":"2026-11-23T09:00:00Z","Owed":["P-1.3.LightMail"]}"""
        },
        { OrchestrationStatus.From(State), """{"phase":"in-follow-up","nextAction":{"kind":"light-mail","dueAt":"2026-11-23T09:00:00Z"}}""" },
    };

    [Theory]
    [MemberData(nameof(Stored))]
    public void Records_keep_their_stored_names_under_any_naming_policy(object record, string json)
    {
        Assert.Equal(json, JsonSerializer.Serialize(record));
        Assert.Equal(json, JsonSerializer.Serialize(record, CamelCase));
    }

    [Fact]
    public void A_state_of_an_earlier_version_opens_with_the_computed_members_that_it_stored()
    {
        const string json = """
            {"Phase":"Won","Generation":1,"Next":null,"LookAgainAt":null,"Owed":["P-1.9.OutcomeThanks"],"AwaitsValidation":false,"IsInFollowUp":false,"IsClosed":true,"IsFinished":true}
            """;
        var state = JsonSerializer.Deserialize<OrchestrationState>(json)!;
        Assert.Equal((Phase.Won, 1), (state.Phase, state.Generation));
        Assert.Null(state.Next);
        Assert.Null(state.LookAgainAt);
        Assert.Equal(["P-1.9.OutcomeThanks"], state.DueMessageIds);
        Assert.True(state.IsFinished);
    }
}
