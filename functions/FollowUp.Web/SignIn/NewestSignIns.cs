using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.Ports;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Web;

/// <summary>
/// The newest sign-in link of each person, which ends the ones before it. All of it stands in one setting a person, and is replaced only
/// where it still is what was read: of several clicks at once, in whichever processes, one opens a session, and none on a link that has
/// just been succeeded.
/// </summary>
sealed class NewestSignIns(ISettings settings, TimeProvider time)
{
    static readonly InstantPattern Times = InstantPattern.General;

    /// <summary>From here on no older link of this person opens anything.</summary>
    public async Task Succeed(Link link, CancellationToken cancellation) =>
        await settings.Set(KeyOf(link), Live(link, time.Now()), cancellation);

    public async Task<SignInState> Of(Link link, CancellationToken cancellation) =>
        Read(link, await settings.Get(KeyOf(link), cancellation));

    /// <summary>Spends the link, unless it is spent or succeeded.</summary>
    /// <returns>Where the link stood before: live for the one caller who may open a session.</returns>
    public async Task<SignInState> Use(Link link, CancellationToken cancellation)
    {
        while (true)
        {
            var standing = await settings.Get(KeyOf(link), cancellation);
            var state = Read(link, standing);
            if (state.Link != LinkState.Live
                || await settings.TryReplace(KeyOf(link), standing!, $"{standing} {Times.Format(time.Now())}", cancellation))
            {
                return state;
            }
        }
    }

    /// <summary>When the newest one was mailed, which one it is, and when it was used.</summary>
    static SignInState Read(Link link, string? standing) => standing?.Split(' ') switch
    {
        null => new(LinkState.Stale, null),
        [var mailed, var step] when step == Step(link) => new(LinkState.Live, At(mailed)),
        [_, var step, var used] when step == Step(link) => new(LinkState.Spent, At(used)),
        [var mailed, ..] => new(LinkState.Stale, At(mailed)),
        [] => throw new InvalidOperationException("A text has at least one part."),
    };

    static string Live(Link link, Instant mailed) => $"{Times.Format(mailed)} {Step(link)}";

    static string Step(Link link) => link.Step.ToString(CultureInfo.InvariantCulture);

    static Instant At(string text) => Times.Parse(text).GetValueOrThrow();

    /// <summary>Settings hold no addresses.</summary>
    static string KeyOf(Link link) => "sign-in:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(link.Person)))[..32];
}

/// <param name="At">When it was mailed; of a spent one, when it was used; of a stale one, when the newer one was mailed, if that is known.</param>
public sealed record SignInState(LinkState Link, Instant? At);
