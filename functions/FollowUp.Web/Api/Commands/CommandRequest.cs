using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>What a member of staff wants done. Each type has its own fields and no others.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RecordCallRequest), "record-call")]
[JsonDerivedType(typeof(AddNoteRequest), "add-note")]
[JsonDerivedType(typeof(SnoozeRequest), "snooze")]
[JsonDerivedType(typeof(SendGoodChancesRequest), "send-good-chances")]
[JsonDerivedType(typeof(DeclineGoodChancesRequest), "decline-good-chances")]
[JsonDerivedType(typeof(RecordReplyRequest), "record-reply")]
[JsonDerivedType(typeof(AssignRequest), "assign")]
[JsonDerivedType(typeof(TakeOverRequest), "take-over")]
[JsonDerivedType(typeof(CloseRequest), "close")]
[JsonDerivedType(typeof(ReopenRequest), "reopen")]
[JsonDerivedType(typeof(UndoRequest), "undo")]
[JsonDerivedType(typeof(AnswerQuestionRequest), "answer-question")]
[JsonDerivedType(typeof(ApproveRequest), "approve")]
[JsonDerivedType(typeof(ShareFactRequest), "share-fact")]
public abstract record CommandRequest;

/// <summary>A call took place.</summary>
public sealed record RecordCallRequest : CommandRequest
{
    [Required]
    public CallOutcome? Outcome { get; init; }

    /// <summary>When it took place, now by default; with <c>call-back</c>: when the client wants to be called.</summary>
    public Instant? At { get; init; }

    /// <summary>With <c>talking-to</c> and <c>chose</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>
    /// With <c>not-serious</c>, where it is required: <c>no-real-need</c>, <c>no-budget</c>, <c>just-curious</c>, <c>competitor</c>,
    /// <c>test</c>, <c>other</c> or free words. Free words with whatever else the client may explain.
    /// </summary>
    [MaxLength(4_000)]
    public string? Reason { get; init; }

    /// <summary>With <c>not-now</c>: when to ask again.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>What the conversation brought to light, when somebody was reached.</summary>
    public HeardEvidence[]? Evidence { get; init; }

    public NoteRequest? Note { get; init; }
}

/// <summary>Evidence of seriousness that a conversation brings to light; that the phone was reached goes without saying.</summary>
public enum HeardEvidence
{
    NeedDescribed,
    Budget,
    Date,
    DecisionMaker,
}

public sealed record NoteRequest
{
    [Required, MaxLength(4_000)]
    public string? Text { get; init; }

    /// <summary>Internal by default.</summary>
    public Visibility? Visibility { get; init; }
}

public sealed record AddNoteRequest : CommandRequest
{
    [Required, MaxLength(4_000)]
    public string? Text { get; init; }

    /// <summary>Internal by default.</summary>
    public Visibility? Visibility { get; init; }
}

public sealed record SnoozeRequest : CommandRequest
{
    [Required]
    public LocalDate? Until { get; init; }

    [Required, MaxLength(4_000)]
    public string? Reason { get; init; }

    /// <summary>True by default: an answer in the meantime ends the pause.</summary>
    public bool? EndsOnAnswer { get; init; }
}

public sealed record SendGoodChancesRequest : CommandRequest
{
    [Required]
    public string? Provider { get; init; }
}

/// <summary>No to the question whether a provider may have its good-chances notice.</summary>
public sealed record DeclineGoodChancesRequest : CommandRequest
{
    [Required]
    public string? Provider { get; init; }
}

/// <summary>What the client answered, when it came another way than by mail to the project: a sign of life.</summary>
public sealed record RecordReplyRequest : CommandRequest
{
    [Required, MaxLength(4_000)]
    public string? Text { get; init; }

    /// <summary>When it was written or said, now by default.</summary>
    public Instant? At { get; init; }
}

/// <summary>The answer of the colleague who was asked to take a project over during an absence, or of a manager in their place.</summary>
public sealed record TakeOverRequest : CommandRequest
{
    [Required]
    public bool? Accept { get; init; }
}

public sealed record AssignRequest : CommandRequest
{
    /// <summary>The mail address of a member of staff who follows projects up.</summary>
    [Required]
    public string? Coordinator { get; init; }
}

public enum CloseResult
{
    Won,
    Dead,
}

public sealed record CloseRequest : CommandRequest
{
    [Required]
    public CloseResult? Result { get; init; }

    /// <summary>Who won it; required then.</summary>
    public string? Provider { get; init; }

    /// <summary>In euros, when won and known.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Why it is dead; required then.</summary>
    public DeathReason? Reason { get; init; }
}

public sealed record ReopenRequest : CommandRequest
{
    [MaxLength(4_000)]
    public string? Reason { get; init; }
}

/// <summary>Takes a closing back, for ten minutes.</summary>
public sealed record UndoRequest : CommandRequest;

public sealed record AnswerQuestionRequest : CommandRequest
{
    [Required]
    public string? Question { get; init; }

    [Required, MaxLength(4_000)]
    public string? Text { get; init; }
}

/// <summary>The answer to what the next action asks.</summary>
public sealed record ApproveRequest : CommandRequest
{
    [Required]
    public bool? Approve { get; init; }
}

/// <summary>Publishes a fact in the follow-up feed, or withholds it.</summary>
public sealed record ShareFactRequest : CommandRequest
{
    [Required]
    public SharedFact? Fact { get; init; }

    [Required]
    public bool? Published { get; init; }
}
