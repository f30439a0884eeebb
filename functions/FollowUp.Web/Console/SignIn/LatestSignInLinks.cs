using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Web.Links;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace FollowUp.Web.Console.SignIn;

/// <summary>
/// The newest sign-in link of each staff member; a newer link ends the older ones. Each staff member has one setting, <c>{mailed} {number}</c> and after the
/// use <c>{mailed} {number} {used}</c>. It is changed by compare-and-set, so that of several concurrent clicks, in several processes too, one
/// opens a session.
/// </summary>
sealed class LatestSignInLinks(IKeyValueStore settings, TimeProvider time)
{
    static readonly InstantPattern Times = InstantPattern.General;

    /// <summary>Makes this the newest link of the staff member; older ones are stale from now on.</summary>
    public async Task Register(Link link, CancellationToken cancellation) =>
        await settings.Set(
            KeyOf(link), FormatState(link, time.GetCurrentInstant()), time.GetCurrentInstant() + RetentionPeriods.SignInLinks, cancellation);

    public async Task<SignInLinkState> GetState(Link link, CancellationToken cancellation) =>
        ParseState(link, await settings.Get(KeyOf(link), cancellation));

    /// <summary>Marks the link as used, unless it is used or stale.</summary>
    /// <returns>The state before: live for the one caller who may open a session.</returns>
    public async Task<SignInLinkState> Use(Link link, CancellationToken cancellation)
    {
        while (true)
        {
            var stored = await settings.Get(KeyOf(link), cancellation);
            var state = ParseState(link, stored);
            if (state.State != LinkState.Live
                || await settings.TryReplace(
                    KeyOf(link), stored!, $"{stored} {Times.Format(time.GetCurrentInstant())}",
                    time.GetCurrentInstant() + RetentionPeriods.SignInLinks, cancellation))
            {
                return state;
            }
        }
    }

    /// <param name="stored">The staff member's setting; null without one.</param>
    static SignInLinkState ParseState(Link link, string? stored) => stored?.Split(' ') switch
    {
        null => new(LinkState.Stale, null),
        [var mailed, var number] when number == FormatNumber(link) => new(LinkState.Live, ParseInstant(mailed)),
        [_, var number, var used] when number == FormatNumber(link) => new(LinkState.Used, ParseInstant(used)),
        [var mailed, ..] => new(LinkState.Stale, ParseInstant(mailed)),
        [] => throw new UnreachableException("Split returns at least one part."),
    };

    static string FormatState(Link link, Instant mailed) => $"{Times.Format(mailed)} {FormatNumber(link)}";

    static string FormatNumber(Link link) => link.EventVersion.ToString(CultureInfo.InvariantCulture);

    static Instant ParseInstant(string text) => Times.Parse(text).GetValueOrThrow();

    /// <summary>A digest, because settings hold no mail addresses.</summary>
    static string KeyOf(Link link) => "sign-in:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(link.Holder)))[..32];
}
