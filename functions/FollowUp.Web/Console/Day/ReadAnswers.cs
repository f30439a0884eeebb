using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Web.Console.Day;

/// <summary>
/// Which answers of clients somebody has marked as read, by project: the version of the sign of life. A newer one is unread again. The marks
/// expire with the answers, which the day page shows for <see cref="ShownFor"/>.
/// </summary>
sealed class ReadAnswers(IKeyValueStore settings)
{
    public static readonly Duration ShownFor = Duration.FromDays(60);

    const string Prefix = "answer-read:";

    public async Task<ImmutableDictionary<string, long>> Load(CancellationToken cancellation) =>
        (await settings.List(Prefix, cancellation)).ToImmutableDictionary(
            row => row.Key[Prefix.Length..], row => long.TryParse(row.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0);

    /// <summary>Marks an answer as read. Repeating it changes nothing.</summary>
    public ValueTask Mark(Project project, long version, Instant now, CancellationToken cancellation) => settings.Set(
        Prefix + project.Id, version.ToString(CultureInfo.InvariantCulture), now + ShownFor, cancellation);
}
