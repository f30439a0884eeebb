using System.Diagnostics;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Links.ClientPages;

/// <summary>The form of a client's page. Each link purpose has its own.</summary>
abstract record ClientForm
{
    /// <summary>A corrected phone number; null to leave it as it is.</summary>
    public string? Phone { get; init; }

    /// <summary><see cref="Phone"/> of a valid form in E.164.</summary>
    public string? PhoneNumber => Phone is null ? null : PhoneNumberParser.ToE164(Phone);

    /// <summary>The answer as text; the same answer sent again has the same digest.</summary>
    public abstract string Digest { get; }

    /// <summary>The command that a valid form means.</summary>
    public abstract Command ToCommand();

    /// <summary>The type of the form behind a link; null for a purpose without one.</summary>
    public static Type? FindType(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.RelaunchAnswer or LinkPurpose.ClientPage => typeof(AnswerRelaunchForm),
        LinkPurpose.CallBackSlot => typeof(PickCallBackForm),
        LinkPurpose.MissingInformation => typeof(GiveInformationForm),

        // Its only form is posted to the opt-out address.
        LinkPurpose.Unsubscribe => null,
        _ => throw new UnreachableException($"No rule for {purpose}."),
    };
}
