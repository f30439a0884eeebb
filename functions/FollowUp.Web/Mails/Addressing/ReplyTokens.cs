using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;

namespace FollowUp.Web.Mails.Addressing;

/// <summary>
/// What stands in the address that clients answer to: sixteen letters and digits that every mail of one generation of a project shares, that
/// nobody can guess (80 bits), that hold no personal data and outlive any change of capitals on the way. They are made by a key in the store
/// that does not rotate, so that an answer to a mail of last year still arrives.
/// </summary>
public sealed class ReplyTokens(ISettings settings)
{
    public const int Length = 16;

    /// <summary>RFC 4648, base 32, in small letters.</summary>
    public const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    const string KeySetting = "reply-key";

    byte[]? key;

    public async ValueTask<string> GetOrCreate(Project project, CancellationToken cancellation = default)
    {
        var means = new ReplyTarget(project.Id, project.Generation);
        var token = CreateToken(await Key(cancellation), means);
        if (await settings.Get(SettingKey(token), cancellation) is null)
        {
            await settings.GetOrSet(SettingKey(token), means.ToString(), cancellation);
        }

        return token;
    }

    /// <summary>Null for a token that no mail ever carried.</summary>
    public async ValueTask<ReplyTarget?> Find(string token, CancellationToken cancellation = default)
    {
        var written = ToLowerAscii(token);
        return written.Length == Length && written.All(Alphabet.Contains)
            && await settings.Get(SettingKey(written), cancellation) is { } row
            && ReplyTarget.Parse(row) is { } means
            && CreateToken(await Key(cancellation), means) == written
                ? means
                : null;
    }

    async ValueTask<byte[]> Key(CancellationToken cancellation) => key ??= Convert.FromHexString(
        await settings.GetOrSet(KeySetting, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)), cancellation));

    static string SettingKey(string token) => $"reply:{token}";

    static string CreateToken(byte[] key, ReplyTarget means)
    {
        var mac = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(means.ToString()));
        return string.Create(Length, mac, static (letters, bytes) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                // Five bits a letter, from the front: at most two bytes hold them.
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

/// <summary>The project that a token names, and the generation whose mails carried it.</summary>
public sealed record ReplyTarget(string ProjectId, int Generation)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Generation} {ProjectId}");

    public static ReplyTarget? Parse(string text) =>
        text.Split(' ', 2) is [var number, { Length: > 0 } id] && int.TryParse(number, CultureInfo.InvariantCulture, out var generation)
            ? new ReplyTarget(id, generation)
            : null;
}
