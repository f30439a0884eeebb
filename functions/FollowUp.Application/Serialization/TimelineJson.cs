using System.Text.Json;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;

namespace FollowUp.Application.Serialization;

/// <summary>
/// The stored form of a timeline entry: what its hash is computed over. Texts are left out, see <see cref="FreeText"/>. An event carries its
/// name as <c>"type"</c>.
/// </summary>
public static class TimelineJson
{
    /// <exception cref="InvalidOperationException">The event holds words that are filed nowhere.</exception>
    public static string Write(RecordedEvent recorded) => JsonSerializer.Serialize(recorded, StoredJson.Options);

    /// <exception cref="JsonException">This is no timeline entry, or its event has a name that this version does not know.</exception>
    public static RecordedEvent Read(string json) =>
        JsonSerializer.Deserialize<RecordedEvent>(json, StoredJson.Options) ?? throw new JsonException("A timeline entry is never null.");

    /// <summary>The event's name in kebab-case, as in <c>call-missed</c>.</summary>
    public static string GetKind(Event happened) => EventNames.All[happened.GetType()];
}
