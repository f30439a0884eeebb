using FollowUp.Domain.Persons;
using NodaTime;

namespace FollowUp.Domain.Tests.Model.TwoProjects;

enum FactKind
{
    Posted,
    Call,
    Consent,
    NoCalls,
    NoMails,
    LeftAlone,
    SignOfLife,
    GoesOn,
}

/// <summary>Something that the person did or that was done to them, as a reader notes it who knows the commands and no rule.</summary>
/// <param name="Seq">The entry of the project's timeline from which on an undo takes it back.</param>
/// <param name="Given">For a consent: whether it was given.</param>
/// <param name="ByItself">For a consent: whether it came without a submission.</param>
sealed record ContactFact(
    FactKind Kind, string Project, long Seq, Instant At, ConsentScope Scope = ConsentScope.Request, bool Given = false, bool ByItself = false, string? Conversation = null);
