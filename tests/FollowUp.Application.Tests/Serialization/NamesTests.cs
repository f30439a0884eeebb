using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;

namespace FollowUp.Application.Tests.Serialization;

/// <summary>Names that are stored or shown to callers of the API.</summary>
public sealed class NamesTests
{
    public static TheoryData<Type> Enums =>
        [.. typeof(Project).Assembly.GetExportedTypes().Concat(typeof(Kebab).Assembly.GetExportedTypes()).Where(t => t.IsEnum)];

    [Theory]
    [MemberData(nameof(Enums))]
    public void Every_enum_value_has_the_name_that_earlier_versions_wrote(Type type) =>
        Assert.All(Enum.GetNames(type), name => Assert.Equal(SplitAtCapitals(name), Kebab.Format(name)));

    [Fact]
    public void A_name_is_parsed_exactly()
    {
        Assert.Equal("awaiting-validation", Kebab.Case(Phase.AwaitingValidation));
        Assert.True(Kebab.TryParse<Phase>("awaiting-validation", out var phase));
        Assert.Equal(Phase.AwaitingValidation, phase);
        Assert.All(
            ["AwaitingValidation", "Awaiting-Validation", "awaiting-validation ", "0", "", null], name => Assert.False(Kebab.TryParse<Phase>(name, out _)));
    }

    /// <summary>A new command adds its name here. No name changes, also when its record is renamed.</summary>
    [Fact]
    public void Commands_keep_the_names_that_the_audit_log_has() => Assert.Equal(
    [
        "add-note", "answer-question", "answer-relaunch", "approve", "ask-question", "ask-take-over", "assign", "assign-by-rules", "close",
        "correct-contact", "correct-last-call", "correct-number", "decline-good-chances", "erase", "give-information", "hand-over-provider",
        "opt-out", "pass-time", "pick-call-back", "record-call", "record-consent", "record-provider-call", "reopen", "report-client-change",
        "report-mail-refused", "report-mail-works", "report-project-change", "report-provider-action", "report-reply", "report-signal",
        "send-good-chances", "share-fact", "snooze", "stand-in", "submit", "take-over", "undo", "withdraw-note", "write-to-client",
    ],
        CommandNames.All.Values.Order());

    /// <summary>A new event adds its name here. No name changes, also when its record is renamed.</summary>
    [Fact]
    public void Events_keep_the_names_under_which_they_are_stored() => Assert.Equal(
    [
        "appointment-missed", "approval-asked", "approval-declined", "approval-lapsed", "attempt-mailed", "cadence-taken", "call-agreed",
        "call-missed", "call-overdue", "channel-closed", "channel-opened", "client-answered", "client-changed", "client-reached", "client-replied",
        "client-signalled", "closing-undone", "consent-recorded", "contact-updated", "continuation-asked", "continuation-confirmed",
        "coordinator-assigned", "decision-overdue", "decision-undone", "fact-shared", "good-chances-asked", "good-chances-declined",
        "good-chances-sent", "information-awaited-in-vain", "information-given", "information-requested", "light-mail-sent", "mail-address-corrected",
        "mail-written", "note-added", "note-withdrawn", "number-asked", "number-corrected", "number-found-wrong", "person-erased", "project-changed",
        "project-closed", "project-reopened", "project-submitted", "project-validated", "provider-acted", "provider-called", "provider-handed-over", "quarter-passed", "question-answered",
        "question-asked", "relaunch-mailed", "relaunch-skipped", "reopening-asked", "reopening-declined", "snooze-ended", "snoozed", "stand-in-ended", "stand-in-started", "take-over-asked",
        "take-over-declined", "went-dormant", "woke",
    ],
        EventNames.All.Values.Order());

    static string SplitAtCapitals(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : $"{c}"));
}
