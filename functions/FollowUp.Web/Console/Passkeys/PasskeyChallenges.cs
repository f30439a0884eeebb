using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.Ports;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Web.Console.Passkeys;

/// <summary>
/// The question that a browser's next passkey has to answer. It is in the store, so that it can be asked by one process and answered to another, and is answered once.
/// A new question to the same browser replaces the one before. Thread-safe.
/// </summary>
sealed class PasskeyChallenges(IKeyValueStore settings, TimeProvider time)
{
    const string Answered = "";

    static readonly Duration Kept = Duration.FromDays(1);

    /// <param name="owner">A random secret of the browser; the store gets a digest of it.</param>
    /// <param name="state">What the check of the answer needs.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    public ValueTask Ask(string owner, string state, CancellationToken cancellation) =>
        settings.Set(KeyOf(owner), state, time.GetCurrentInstant() + Kept, cancellation);

    /// <returns>The state; null when nothing was asked or the answer was given already.</returns>
    public async ValueTask<string?> Take(string owner, CancellationToken cancellation) =>
        await settings.Get(KeyOf(owner), cancellation) is { Length: > 0 } state
        && await settings.TryReplace(KeyOf(owner), state, Answered, time.GetCurrentInstant() + Kept, cancellation)
            ? state
            : null;

    static string KeyOf(string owner) => "passkey-challenge:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(owner)));
}
