namespace FollowUp.Domain.Projects;

/// <summary>The two kinds of client. The law on calls protects private persons.</summary>
public enum ClientType
{
    /// <summary>A company.</summary>
    Company,

    /// <summary>A private person.</summary>
    Person,
}
