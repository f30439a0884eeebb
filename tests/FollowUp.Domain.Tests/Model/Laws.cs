using System.Collections.Concurrent;
using NodaTime;

namespace FollowUp.Domain.Tests.Model;

/// <summary>What the product page promises of every step, whatever the state: each law says its name when it is broken.</summary>
sealed class Laws
{
    readonly ConcurrentDictionary<Reason, bool> inWords = new();

    public IEnumerable<string> Of(PathUnderTest path, Step step)
    {
        if (step.Decision.Refusal is { } refusal)
        {
            if (!step.Decision.Events.IsEmpty || step.Decision.After is not null) yield return "a refusal moves the project";
            if (refusal.Code.Length == 0 || refusal.Sentence.French.Length == 0 || refusal.Sentence.English.Length == 0) yield return "a refusal without words";
            yield break;
        }

        if (step.Decision.Events.IsEmpty)
        {
            if (!ReferenceEquals(step.Decision.After, step.Before)) yield return "no event and yet another state";
            yield break;
        }

        if (!FoldsTo(step)) yield return "the fold of the events is not the state";
        foreach (var broken in NextActionLaws.Of(step, HasWords)) yield return broken;
        foreach (var broken in EndLaws.Of(step)) yield return broken;
        foreach (var broken in ContactLaws.Of(step)) yield return broken;
        foreach (var broken in TimeLaws.Of(step)) yield return broken;
        foreach (var broken in SendingLaws.Of(path, step)) yield return broken;
        foreach (var broken in RequestLaws.Of(path, step)) yield return broken;
    }

    static bool FoldsTo(Step step)
    {
        var folded = step.Before;
        foreach (var recorded in step.Decision.Events)
        {
            if (recorded.Seq != folded.Version + 1 || recorded.At != step.Now || recorded.Role != step.By.Role) return false;
            folded = Evolution.Apply(folded, recorded);
        }

        return folded.As(step.After);
    }

    bool HasWords(Reason why) => inWords.GetOrAdd(why, static w =>
        !string.IsNullOrWhiteSpace(w.InWords(Language.French)) && !string.IsNullOrWhiteSpace(w.InWords(Language.English)));
}
