using System.Buffers.Text;
using System.Security.Cryptography;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUp.Web.Links;

/// <summary>
/// Makes and reads the tokens of <c>/l/{token}</c>: authenticated encryption under the installation's key ring, which may rotate. They expire
/// by the department's clock, which is why the term is inside the token.
/// </summary>
public sealed class LinkTokens(IDataProtectionProvider protection, IOptions<PagesOptions> options, TimeProvider time)
{
    readonly IDataProtector protector = protection.CreateProtector("FollowUp.Links.v1");

    /// <summary>How long a link may be used after its mail left.</summary>
    public static Duration GetLifetime(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.SignIn => Duration.FromMinutes(15),
        LinkPurpose.Approval => Duration.FromDays(30),
        LinkPurpose.CallBackSlot or LinkPurpose.MissingInformation => Duration.FromDays(45),
        LinkPurpose.Unsubscribe => Duration.FromDays(365),

        // Its button works for ten minutes; its page says so, and where to turn, for a day.
        LinkPurpose.Undo => Duration.FromDays(1),
        _ => Duration.FromDays(120),
    };

    /// <summary>The link that a message carries.</summary>
    /// <param name="person">Who will hold it: the client's or a staff member's id.</param>
    public Uri CreateAddress(LinkPurpose purpose, Project project, OutboxMessage message, string person) =>
        FormatAddress(new Link(purpose, project.Id, project.Generation, message.CausedBy, person, time.GetCurrentInstant() + GetLifetime(purpose)));

    /// <summary>The way back from the closing that stands, and from no other.</summary>
    public string CreateUndoToken(Project closed, string person) => CreateToken(new Link(
        LinkPurpose.Undo, closed.Id, closed.Generation, closed.ClosedVersion, person, closed.ClosedAt!.Value + GetLifetime(LinkPurpose.Undo)));

    public Uri FormatAddress(Link link) => options.Value.Address("/l/" + CreateToken(link));

    /// <summary>Where a mail service posts an opt-out (RFC 8058).</summary>
    public Uri FormatUnsubscribeAddress(Link link) => options.Value.Address("/l/" + CreateToken(link) + "/unsubscribe");

    public string CreateToken(Link link) => Base64Url.EncodeToString(protector.Protect(LinkSerializer.Serialize(link)));

    /// <summary>Null for what is forged, unknown or expired: nobody is told which.</summary>
    public Link? ReadToken(string token)
    {
        if (token.Length is 0 or > 2048 || !Base64Url.IsValid(token))
        {
            return null;
        }

        try
        {
            var bytes = Base64Url.DecodeFromChars(token);

            // One spelling only: a token whose last letter differs in bits that decode to nothing is another token.
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
