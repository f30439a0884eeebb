using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Domain.Permissions;

/// <summary>Who may give a command: one value for each kind of row in the product page's table "Who may do what".</summary>
public enum Audience
{
    /// <summary>The coordinator in charge and managers.</summary>
    Staff,

    /// <summary>Every coordinator and managers: a note, and a call of the client.</summary>
    Coordinators,

    /// <summary>Every coordinator, managers and sales: <see cref="HandOverProvider"/>.</summary>
    StaffAndSales,

    /// <summary>Staff, and the client who closed the project: <see cref="Undo"/>.</summary>
    StaffAndClosingClient,

    /// <summary>Staff, and the colleague who was asked: <see cref="TakeOver"/>.</summary>
    StaffAndAskedColleague,

    /// <summary>The client, and staff who record what reached them: <see cref="ReportReply"/>.</summary>
    ClientAndStaff,

    /// <summary>The client, the website, and staff: <see cref="CorrectNumber"/> and <see cref="RecordConsent"/>.</summary>
    ClientStaffAndWebsite,

    /// <summary>The client of the project.</summary>
    Client,

    /// <summary>The website.</summary>
    Website,

    /// <summary>The system: the clock, scheduled jobs, the assignment rules and the mail service's reports.</summary>
    System,

    /// <summary>The client, managers, the website and the nightly retention: the rights of a person over their data.</summary>
    PersonRights,
}
