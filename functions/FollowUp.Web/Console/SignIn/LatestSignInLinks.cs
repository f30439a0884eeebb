using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Web.Links;
using FollowUp.Web.Links.ClientPages;
using FollowUp.Web.Shared.FormInput;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Web.Console.SignIn;

/// <summary>
/// The newest sign-in link of each person, which ends the ones before it. All of it stands in one setting a person, and is replaced only
/// where it still is what was read: of several clicks at once, in whichever processes, one opens a session, and none on a link that has
/// just been succeeded.
/// </summary>
sealed class LatestSignInLinks(ISettings settings, TimeProvider time)
{
    static readonly InstantPattern Times = InstantPattern.General;

    /// <summary>From here on no older link of this person opens anything.</summary>
    public async Task Register(Link link, CancellationToken cancellation) =>
        await settings.Set(
            KeyOf(link), FormatState(link, time.GetCurrentInstant()), time.GetCurrentInstant() + RetentionPeriods.SignInLinks, cancellation);

    public async Task<SignInLinkState> GetState(Link link, CancellationToken cancellation) =>
        ParseState(link, await settings.Get(KeyOf(link), cancellation));

    /// <summary>Spends the link, unless it is spent or succeeded.</summary>
    /// <returns>Where the link stood before: live for the one caller who may open a session.</returns>
    public async Task<SignInLinkState> Use(Link link, CancellationToken cancellation)
    {
        while (true)
        {
            var standing = await settings.Get(KeyOf(link), cancellation);
            var state = ParseState(link, standing);
            if (state.State != LinkState.Live
                || await settings.TryReplace(
                    KeyOf(link), standing!, $"{standing} {Times.Format(time.GetCurrentInstant())}",
                    time.GetCurrentInstant() + RetentionPeriods.SignInLinks, cancellation))
            {
                return state;
            }
        }
    }

    /// <summary>When the newest one was mailed, which one it is, and when it was used.</summary>
    static SignInLinkState ParseState(Link link, string? standing) => standing?.Split(' ') switch
    {
        null => new(LinkState.Stale, null),
        [var mailed, var step] when step == FormatNumber(link) => new(LinkState.Live, ParseInstant(mailed)),
        [_, var step, var used] when step == FormatNumber(link) => new(LinkState.Used, ParseInstant(used)),
        [var mailed, ..] => new(LinkState.Stale, ParseInstant(mailed)),
        [] => throw new InvalidOperationException("A text has at least one part."),
    };

    static string FormatState(Link link, Instant mailed) => $"{Times.Format(mailed)} {FormatNumber(link)}";

    static string FormatNumber(Link link) => link.EventVersion.ToString(CultureInfo.InvariantCulture);

    static Instant ParseInstant(string text) => Times.Parse(text).GetValueOrThrow();

    /// <summary>Settings hold no addresses.</summary>
    static string KeyOf(Link link) => "sign-in:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(link.Person)))[..32];
}

/// <param name="At">When it was mailed; of a spent one, when it was used; of a stale one, when the newer one was mailed, if that is known.</param>
public sealed record SignInLinkState(LinkState State, Instant? At);
