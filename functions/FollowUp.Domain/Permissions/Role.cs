namespace FollowUp.Domain.Permissions;

/// <summary>The roles of the product page's table "Who may do what". The names are stored.</summary>
public enum Role
{
    /// <summary>The website, through the API.</summary>
    Website,

    /// <summary>A client, by a link.</summary>
    Client,

    /// <summary>A staff member who follows projects up.</summary>
    Coordinator,

    /// <summary>A staff member who runs the coordinators.</summary>
    Manager,

    /// <summary>A staff member who sells subscriptions and follows no project up.</summary>
    Sales,

    /// <summary>A provider.</summary>
    Provider,

    /// <summary>Time, a timer or a report of the mail service.</summary>
    System,
}
