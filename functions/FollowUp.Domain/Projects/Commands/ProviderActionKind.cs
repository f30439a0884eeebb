namespace FollowUp.Domain.Projects.Commands;

/// <summary>How a provider came forward. The names are stored and part of the API.</summary>
public enum ProviderActionKind
{
    /// <summary>It proposed its service.</summary>
    Proposal,

    /// <summary>It wrote to the client.</summary>
    Message,

    /// <summary>It sent a quote.</summary>
    Quote,

    /// <summary>It visited the client.</summary>
    Visit,
}
