namespace FollowUp.Domain.Projects.Commands;

/// <summary>What a client did on the website. The names are stored and part of the API.</summary>
public enum SignalKind
{
    /// <summary>The client wrote a message.</summary>
    Message,

    /// <summary>The client cancelled the project: it is dead.</summary>
    Cancelled,

    /// <summary>The client awarded the project to a provider: it is won.</summary>
    Awarded,
}
