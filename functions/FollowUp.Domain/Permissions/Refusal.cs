using FollowUp.Domain.Text;

namespace FollowUp.Domain.Permissions;

/// <summary>Whether a refusal is about who asks or about where the project stands.</summary>
public enum RefusalKind
{
    /// <summary>This person may not do this: HTTP 403.</summary>
    Forbidden,

    /// <summary>The project is not in a state for it: HTTP 409.</summary>
    Conflict,
}

/// <summary>An answer that says no: a stable code for machines, a sentence for people. It moves no version.</summary>
public sealed record Refusal(string Code, RefusalKind Kind, LocalizedText Sentence);
