namespace FollowUp.Domain.Outbox;

/// <summary>Who receives a message. The names are stored.</summary>
public enum RecipientKind
{
    /// <summary>The client of the project.</summary>
    Client,

    /// <summary>A staff member, or the manager.</summary>
    Staff,

    /// <summary>A provider.</summary>
    Provider,

    /// <summary>The website, by webhook.</summary>
    Website,
}
