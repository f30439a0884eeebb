using CsCheck;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Tests.Model;
using NodaTime;

namespace FollowUp.Domain.Tests.Properties;

/// <summary>Random lives: any commands, by actors who may give them, at any distance from each other.</summary>
static class RandomLives
{
    /// <summary>100,000 cases of a property in a test run; FOLLOWUP_CASES sets another number, as 10000000 for the whole.</summary>
    public static readonly long Cases = long.Parse(
        Environment.GetEnvironmentVariable("FOLLOWUP_CASES") ?? "100000", System.Globalization.CultureInfo.InvariantCulture);

    static readonly Instant First = Paris.At("2026-01-01 00:00 +01");

    static readonly Gen<Instant> StartGen = Gen.Long[0, 4L * 365 * 24 * 60].Select(minutes => First + Duration.FromMinutes(minutes));

    static readonly Gen<Life> KindGen = Gen.Int[0, 2].Select(i => i switch { 0 => A.CompanyProject, 1 => A.PersonProject, _ => A.PersonWithoutConsent });

    /// <summary>A transition and how long after the one before it; half of them let time decide what is due.</summary>
    static readonly Gen<(int Move, int Wait)> StepGen = Gen.Select(Gen.Int[-Transitions.All.Length, Transitions.All.Length - 1], Gen.Int[0, 9]);

    public static readonly Gen<(Life Kind, Instant Start, (int Move, int Wait)[] Steps)> Plans =
        Gen.Select(KindGen, StartGen, StepGen.Array[1, 14]);

    public static Story Begin(Life kind, Instant start, Policy? policy = null) =>
        Story.Begin(kind.Submission with { SubmittedAt = start }, policy ?? Policy.Default, start);

    public static Story Live(Life kind, Instant start, (int Move, int Wait)[] steps, Policy? policy = null, Action<Story, Command, Actor>? seen = null)
    {
        var story = Begin(kind, start, policy);
        foreach (var (index, wait) in steps)
        {
            var move = index < 0 ? Transitions.AdvanceTime : Transitions.All[index];
            story = story with { Now = GetLaterInstant(story, wait) };
            var command = move.CreateCommand(story.Project, story.Now);
            seen?.Invoke(story, command, move.By);
            story = story.Gives(command, move.By);
        }

        return story;
    }

    /// <summary>
    /// Runs one plan and checks every invariant after each command, the repeat of each command, and in the end that the fold is the snapshot.
    /// </summary>
    /// <exception cref="InvalidOperationException">A check failed; the message names it.</exception>
    public static void CheckLife((Life Kind, Instant Start, (int Move, int Wait)[] Steps) plan, Invariants invariants, Policy? policy = null)
    {
        var end = Live(plan.Kind, plan.Start, plan.Steps, policy, (story, command, actor) =>
        {
            var after = story.Gives(command, actor);
            var messages = after.Last.Events.IsDefaultOrEmpty ? [] : after.Messages;
            var step = new AppliedCommand(story.Project, Transitions.AdvanceTime, command, actor, story.Now, story.Policy, after.Last, messages, story.Messages);
            foreach (var broken in invariants.FindViolations(RulesUnderTest.Production, step)) throw new InvalidOperationException($"{broken}: {step}");
            if (!step.Decision.Events.IsEmpty && IsNoRepeat(after, command, actor)) throw new InvalidOperationException($"a repeat is no repeat: {step}");
        });
        if (!Evolution.Fold(end.Timeline).IsSameAs(end.Project)) throw new InvalidOperationException("the fold is not the snapshot");
    }

    static bool IsNoRepeat(Story first, Command command, Actor actor)
    {
        // A second undo takes back the decision before: the contract calls a second call without a key a second call.
        if (command is Undo) return false;

        var again = (command is AdvanceTime ? first : first with { Now = first.Now + Duration.FromSeconds(1) }).Gives(command, actor);
        return again.Project.Phase != first.Project.Phase
            || (again.Last.Refusal is null && !again.Last.Events.IsEmpty
                && command is not (AddNote or WithdrawNote or WriteToClient or CorrectContact or RecordProviderCall or GiveInformation or CorrectNumber or CorrectLastCall
                    or AdvanceTime));
    }

    static Instant GetLaterInstant(Story story, int wait) => wait switch
    {
        0 => story.Now,
        1 => story.Now + Duration.FromMinutes(1),
        2 => story.Now + Duration.FromHours(5),
        3 => story.Now + Duration.FromDays(1),
        4 => story.Now + Duration.FromDays(33),
        5 => story.Now + Duration.FromDays(400),
        _ => Instant.Max(story.Now, story.Project.WakeAt ?? story.Now),
    };

    public static string Print((Life Kind, Instant Start, (int Move, int Wait)[] Steps) plan) =>
        $"{plan.Kind.Type} from {plan.Start}: {string.Join(", ", plan.Steps.Select(s => $"{(s.Move < 0 ? "time" : Transitions.All[s.Move].Name)} after {s.Wait}"))}";
}
