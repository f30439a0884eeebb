using System.Collections.Immutable;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using NodaTime;

namespace FollowUp.Domain.Tests.Model.TwoProjects;

/// <summary>One person with one or two projects, what an independent reader noted, and the unasked mails that wait to leave.</summary>
sealed record TwoProjectState(
    Instant Now, Person Person, ImmutableSortedDictionary<string, Project> Projects, ContactLedger Ledger, ImmutableArray<OutboxMessage> Mails,
    TwoProjectState? Parent, object Move, bool HasLooked = false)
{
    /// <summary>States with the same key behave alike: dates are left out, ages are kept.</summary>
    public string Key => $"{string.Join('|', Projects.Values.Select(GetKey))} {Ledger.GetKey(Now)} {Mails.Length}";

    string GetKey(Project p) => p.IsOpen
        ? $"{p.Id}{p.Phase}{p.Stage}{p.Next!.Kind}{p.Contact.MayCall}{p.Contact.MayMail}{p.Contact.MayRelaunchByPhone}{p.Contact.QuietUntil > Now}"
            + $"{p.Contact.LeftAloneSince is not null}{Math.Min(p.Cycle.Attempts, 1)}{IsUndoOpen(p)}{p.WakeAt <= Now}"
        : $"{p.Id}{p.Outcome!.Reason}{IsUndoOpen(p)}";

    bool IsUndoOpen(Project p) => p.UndoPoint is { } undo && Now < undo.Until;

    /// <summary>The moves that lead here, each short.</summary>
    public string GetPath() => $"{Parent?.GetPath()} {Move switch
    {
        (string id, RecordCall c) => $"{id}:{c.Outcome}",
        (string id, AnswerRelaunch a) => $"{id}:{a.Answer}",
        (string id, RecordConsent c) => $"{id}:{c.Scope}{(c.Given ? '+' : '-')}",
        (string id, Command c) => $"{id}:{c.GetType().Name}",
        Duration step => $"+{step.TotalDays:0.#}d",
        _ => "",
    }}{(HasLooked ? "*" : "")}";

    public bool IsContinuationPending(string id) => Projects.TryGetValue(id, out var project) && project.IsContinuationPending;
}
