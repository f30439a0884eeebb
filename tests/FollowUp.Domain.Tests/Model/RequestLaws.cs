namespace FollowUp.Domain.Tests.Model;

/// <summary>What staff are asked: once, once more, then the manager; never before there is something to decide, and never once it is decided.</summary>
static class RequestLaws
{
    public static IEnumerable<string> Of(PathUnderTest path, Step step)
    {
        var (before, after) = (step.Before, step.After);
        foreach (var request in step.Owed.IsEmpty ? [] : step.Owed.Where(m => m.IsRequest).GroupBy(m => (m.Kind, m.Subject)))
        {
            var made = request.OrderBy(m => m.Number).ToList();
            if (!made.Select(m => m.Insistence).SequenceEqual([Insistence.Asked, Insistence.Reminded, Insistence.Escalated])
                || made[0].NotBefore != step.Now || made[1].NotBefore <= step.Now || made[2].NotBefore < made[1].NotBefore)
                yield return "a request that is not asked, reminded and escalated once each";
            if (made[^1].Recipient != NextAction.ByManager) yield return "an escalation that does not reach the manager";
            if (Waits(before, made[0])) yield return "asked again while it waits";
            if (!Waits(after, made[0])) yield return "asked for what does not wait";
        }

        foreach (var message in step.Pending.Where(m => m.IsRequest))
        {
            var overtaken = path.Overtaken(after, message) is not null;
            if (!Waits(after, message) && !overtaken) yield return "a reminder leaves after the decision";
            if (Waits(after, message) && overtaken) yield return "a reminder is lost though nobody decided";
        }

        foreach (var broken in Settled(step)) yield return broken;
        if (step.Happened<GoodChancesAsked>())
        {
            var standing = after.Standing("PR-1");
            if (!standing.Acted || !standing.Wanted || standing.Told || !after.Validated) yield return "asked about a notice against the charter";
            if (step.By.IsStaff) yield return "staff asked by mail for what they heard themselves";
        }

        var told = step.Owed.Count(m => m.Kind == MessageKind.Validated);
        if (told != (step.Happened<ProjectValidated>() && after.IsOpen && after.Contact.Mails ? 1 : 0)) yield return "a validation told not once";
        var replies = step.Owed.Count(m => m.Kind == MessageKind.ReplyReceived);
        if (replies != (step.Happened<ClientReplied>() ? 1 : 0)) yield return "a reply passed on not once";
    }

    /// <summary>Whether what the message asks is still to be decided.</summary>
    static bool Waits(Project p, OwedMessage request) => p.IsOpen && request.Kind switch
    {
        MessageKind.ApprovalRequest => p.Stage == Stage.ApprovalAsked,
        MessageKind.GoodChancesRequest => p.Standing(request.Subject!) is { Ask: Ask.Waiting, Told: false },
        _ => p.TakeOverAskedOf == request.Subject,
    };

    static readonly StaffQuestion[] Questions = [new CloseForSilence(), new TellProvider("PR-1"), new TakeProjectOver(Who.Yanis.Id)];

    /// <summary>A question that stood and stands no more has an event that settled it, and the reverse.</summary>
    static IEnumerable<string> Settled(Step step)
    {
        foreach (var question in Questions)
        {
            if (!question.Stands(step.Before)) continue;
            var settled = step.Decision.Events.Any(e => question.SettledBy(e.Event));
            if (settled && question.Stands(step.After)) yield return "a settled question still stands";
            if (!settled && !question.Stands(step.After)) yield return "a question that nothing settled stands no more";
        }
    }
}
