using System.Buffers.Binary;
using System.Security.Cryptography;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Web.Links;
using NodaTime.Extensions;

namespace FollowUp.Web.Console.SignIn;

/// <summary>
/// Makes sign-in links. A link works once, for a quarter of an hour or until a newer one is made for the same staff member. Every process with the same
/// store accepts it.
/// </summary>
public sealed class SignInLinkFactory(IKeyValueStore settings, LinkTokens tokens, TimeProvider time)
{
    readonly LatestSignInLinks latest = new(settings, time);

    /// <summary>Makes a link, which ends the staff member's older ones.</summary>
    /// <param name="staff">The staff member whom it signs in.</param>
    /// <param name="projectId">The project whose page opens afterwards; null for the day page.</param>
    /// <param name="cancellation">Cancels before the link is registered.</param>
    public async Task<SignInLink> Create(Staff staff, string? projectId, CancellationToken cancellation)
    {
        var number = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;
        var link = new Link(
            LinkPurpose.SignIn, projectId ?? "", 0, number, staff.Id, time.GetCurrentInstant() + LinkTokens.GetLifetime(LinkPurpose.SignIn));

        // Registered before anybody gets the address, so that a link that arrives works.
        await latest.Register(link, cancellation);
        return new SignInLink($"sign-in.{number:x}", tokens.FormatAddress(link));
    }
}
