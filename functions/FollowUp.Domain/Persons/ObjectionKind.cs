namespace FollowUp.Domain.Persons;

/// <summary>What a person objected to. The names are stored.</summary>
public enum ObjectionKind
{
    /// <summary>Calls.</summary>
    Calls,

    /// <summary>Mails: by a link, or by a complaint to the mail service.</summary>
    Mails,

    /// <summary>All contact about one project: "leave me alone".</summary>
    AllContact,

    /// <summary>No objection, but the same effect on one project: its mail address takes no mail.</summary>
    MailFailed,
}
