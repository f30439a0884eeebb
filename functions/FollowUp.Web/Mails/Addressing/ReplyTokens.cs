using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;

namespace FollowUp.Web.Mails.Addressing;

/// <summary>
/// Tokens in the reply addresses of clients: sixteen characters of 5 bits, one token for all mails of a project's generation. A token cannot be
/// guessed (80 bits), holds no personal data and does not depend on case. The key that makes them is in the settings and does not rotate, so
/// that replies to old mails still arrive.
/// </summary>
public sealed class ReplyTokens(IKeyValueStore settings)
{
    public const int Length = 16;

    /// <summary>Base 32 (RFC 4648) in lower case.</summary>
    public const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    const string KeySetting = "reply-key";

    byte[]? key;

    /// <summary>The token of the project's current generation; stores it the first time.</summary>
    public async ValueTask<string> GetOrCreate(Project project, CancellationToken cancellation = default)
    {
        var target = new ReplyTarget(project.Id, project.Generation);
        var token = CreateToken(await Key(cancellation), target);
        await settings.GetOrSet(SettingKey(token), target.ToString(), cancellation);
        return token;
    }

    /// <summary>The project of a token; null for a token that was never made.</summary>
    public async ValueTask<ReplyTarget?> Find(string token, CancellationToken cancellation = default)
    {
        var lower = ToLowerAscii(token);
        return lower.Length == Length && lower.All(Alphabet.Contains)
            && await settings.Get(SettingKey(lower), cancellation) is { } row
            && ReplyTarget.Parse(row) is { } target
            && CreateToken(await Key(cancellation), target) == lower
                ? target
                : null;
    }

    /// <summary>The proof in the Message-ID of one mail (<see cref="OutgoingMail.Proof"/>): sixteen characters that only this key makes.</summary>
    /// <param name="messageId">The outbox message's id.</param>
    /// <param name="cancellation">Cancels the reading of the key.</param>
    public async ValueTask<string> CreateMailProof(string messageId, CancellationToken cancellation = default) =>
        CreateMailProof(await Key(cancellation), MessageIds.FormatLocalPart(messageId));

    /// <summary>The id of the project whose mail has this Message-ID; null when the Message-ID is not ours or is guessed.</summary>
    public async ValueTask<string?> FindByMessageId(string messageId, CancellationToken cancellation = default) =>
        MessageIds.ParseProof(messageId) is var (local, proof) && CreateMailProof(await Key(cancellation), local) == proof
            ? MessageIds.ParseProjectId(messageId)
            : null;

    async ValueTask<byte[]> Key(CancellationToken cancellation) => key ??= Convert.FromHexString(
        await settings.GetOrSet(KeySetting, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)), cancellation));

    static string SettingKey(string token) => $"reply:{token}";

    static string CreateToken(byte[] key, ReplyTarget target) => ToLetters(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(target.ToString())));

    static string CreateMailProof(byte[] key, string localPart) => ToLetters(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"mail {localPart}")));

    static string ToLetters(byte[] mac)
    {
        return string.Create(Length, mac, static (letters, bytes) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                // Five bits per letter; they lie in at most two bytes.
                var bit = i * 5;
                var pair = (bytes[bit / 8] << 8) | bytes[(bit / 8) + 1];
                letters[i] = Alphabet[(pair >> (11 - (bit % 8))) & 31];
            }
        });
    }

    static string ToLowerAscii(string token) => string.Create(token.Length, token, static (letters, given) =>
    {
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = char.IsAsciiLetterUpper(given[i]) ? (char)(given[i] + 32) : given[i];
        }
    });
}
