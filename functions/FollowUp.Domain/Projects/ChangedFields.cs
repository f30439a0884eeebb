namespace FollowUp.Domain.Projects;

/// <summary>What a client changed on the website. The names are stored.</summary>
[Flags]
public enum ChangedFields
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The project's title.</summary>
    Title = 1,

    /// <summary>The description.</summary>
    Description = 2,

    /// <summary>The category of service.</summary>
    Category = 4,

    /// <summary>The budget.</summary>
    Budget = 8,

    /// <summary>When the client needs the service.</summary>
    Deadline = 16,

    /// <summary>The client's name.</summary>
    Name = 32,

    /// <summary>The company.</summary>
    Company = 64,

    /// <summary>The mail address.</summary>
    Email = 128,

    /// <summary>The phone number.</summary>
    Phone = 256,

    /// <summary>Postal code, town or time zone.</summary>
    Place = 512,
}
