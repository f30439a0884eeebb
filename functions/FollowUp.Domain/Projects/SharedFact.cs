namespace FollowUp.Domain.Projects;

/// <summary>A fact that the follow-up feed tells a subscribed provider unless the coordinator withholds it. The names are stored.</summary>
public enum SharedFact
{
    /// <summary>The phase of the project.</summary>
    Phase,

    /// <summary>When the client last gave a sign of life.</summary>
    LastContact,

    /// <summary>The client's latest answer.</summary>
    ClientSays,

    /// <summary>The client's deadline.</summary>
    ExpectedDate,
}
