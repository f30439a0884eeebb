using FollowUp.Application.Digest;
using FollowUp.Domain.Projects;
using FollowUp.Web.Console;
using FollowUp.Web.Shared.Setup;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>What the text of a morning digest is made from.</summary>
sealed record MorningDigestContext
{
    public required MorningDigest Digest { get; init; }

    public required DateTimeText Days { get; init; }

    public required PagesOptions Pages { get; init; }

    public required MailOptions Department { get; init; }

    /// <summary>Gives the text of a client's answer.</summary>
    public required Func<DigestAnswer, string> DescribeAnswer { get; init; }

    /// <summary>Gives a staff member's or provider's name by its id.</summary>
    public required Func<string, string> Name { get; init; }

    /// <summary>Gives the link by which the recipient decides.</summary>
    public required Func<DigestDecision, Uri> DecisionLink { get; init; }

    public string Say(string french, string english) => Days.Language.Pick(french, english);

    public Uri ProjectPage(Project project) => Pages.Address(ConsoleAddresses.Project(project.Id));
}
