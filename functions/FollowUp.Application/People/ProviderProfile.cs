using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Application.People;

/// <summary>A provider as the website describes it.</summary>
/// <param name="Id">The provider's id on the website.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">The mail address.</param>
/// <param name="Language">The language of mails to the provider.</param>
/// <param name="PrivilegeUntil">The last day of the privilege subscription; null without one.</param>
public sealed record ProviderProfile(string Id, string Name, string Email, Language Language, LocalDate? PrivilegeUntil)
{
    /// <summary>The phone number in E.164; null when it is not known.</summary>
    public string? Phone { get; init; }

    /// <summary>The projects that the subscription covers; null: every project.</summary>
    public FeedScope? Scope { get; init; }

    /// <summary>Whether the provider wants a mail on days on which its projects moved; null when nobody has said so.</summary>
    public bool? Mails { get; init; }

    /// <summary>Whether the provider wants a mail on days on which its projects moved: it has to ask for it.</summary>
    public bool WantsMails => Mails == true;

    /// <summary>The privilege subscription includes a day.</summary>
    public bool HasPrivilege(LocalDate day) => PrivilegeUntil >= day;
}
