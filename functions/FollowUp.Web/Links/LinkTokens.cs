using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Web.Links;

/// <summary>
/// Makes and reads the tokens of <c>/l/{token}</c>: authenticated encryption under the installation's key ring, whose keys may rotate. The
/// expiry is inside the token because it is compared with the <see cref="TimeProvider"/>, which a demonstration moves.
/// </summary>
public sealed class LinkTokens(IDataProtectionProvider protection, IOptionsMonitor<PagesOptions> options, TimeProvider time)
{
    readonly IDataProtector protector = protection.CreateProtector("FollowUp.Links.v1");

    /// <summary>How long the browser that used a link can answer again by the page that follows.</summary>
    public static readonly Duration AnswerAgainLifetime = Duration.FromHours(1);

    /// <summary>How long a link works after it was made: as long as what it asks for can be answered.</summary>
    public static Duration GetLifetime(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.SignIn => Duration.FromMinutes(15),

        // Ten working days, with public holidays between them, and the reminder.
        LinkPurpose.Approval or LinkPurpose.TakeOver => Duration.FromDays(21),
        LinkPurpose.CallBackSlot or LinkPurpose.MissingInformation => Duration.FromDays(45),
        LinkPurpose.Unsubscribe => Duration.FromDays(365),

        // The undo itself is possible for ten minutes; for the rest of the day the page says so and whom to call.
        LinkPurpose.Undo => Duration.FromDays(1),
        LinkPurpose.ProviderPage => Duration.FromDays(60),
        LinkPurpose.RelaunchAnswer or LinkPurpose.ClientPage => Duration.FromDays(120),
        _ => throw new UnreachableException($"No rule for {purpose}."),
    };

    /// <summary>The absolute address of a link in a message's mail.</summary>
    /// <param name="holder">The id of the client, staff member or provider who receives the mail.</param>
    public Uri CreateAddress(LinkPurpose purpose, Project project, OutboxMessage message, string holder) =>
        FormatAddress(new Link(purpose, project.Id, project.Generation, message.CausedBy, holder, time.GetCurrentInstant() + GetLifetime(purpose)));

    /// <summary>A token that undoes the project's current closing and no other one.</summary>
    public string CreateUndoToken(Project closed, string holder) => CreateToken(new Link(
        LinkPurpose.Undo, closed.Id, closed.Generation, closed.Closing!.Version, holder, closed.Closing.At + GetLifetime(LinkPurpose.Undo)));

    public Uri FormatAddress(Link link) => options.CurrentValue.Address(LinkPath.Format(CreateToken(link)));

    /// <summary>The address that a mail program posts an opt-out to (RFC 8058).</summary>
    public Uri FormatUnsubscribeAddress(Link link) => options.CurrentValue.Address(LinkPath.Format(CreateToken(link), suffix: LinkPath.Unsubscribe));

    public string CreateToken(Link link) => Base64Url.EncodeToString(protector.Protect(LinkSerializer.Serialize(link)));

    /// <summary>The link of a token; null when it is forged, unknown or expired.</summary>
    public Link? ReadToken(string token)
    {
        if (token.Length is 0 or > 2048 || !Base64Url.IsValid(token))
        {
            return null;
        }

        try
        {
            var bytes = Base64Url.DecodeFromChars(token);

            // The last letter of base64url has unused bits; only the canonical spelling is accepted.
            if (Base64Url.EncodeToString(bytes) != token)
            {
                return null;
            }

            var link = LinkSerializer.Deserialize(protector.Unprotect(bytes));
            return link is not null && time.GetCurrentInstant() < link.Expires ? link : null;
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
