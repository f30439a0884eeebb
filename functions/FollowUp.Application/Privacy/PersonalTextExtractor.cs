using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;

namespace FollowUp.Application.Privacy;

/// <summary>
/// Separates free text from events. The event keeps a salted digest of the text as its key: it proves what was written as long as the text exists,
/// and reveals nothing once text and salt are erased.
/// </summary>
public static class PersonalTextExtractor
{
    /// <summary>Whether an event has free text.</summary>
    public static bool HasText(Event e) => EventText.Find(e) is not null;

    /// <summary>Replaces the text of events by its key.</summary>
    /// <param name="events">The events. Text that has a key already stays as it is.</param>
    /// <param name="salt">The salt of the dossier; empty once that is erased.</param>
    /// <returns>The events without text, and the texts by their keys.</returns>
    public static (ImmutableArray<RecordedEvent> Events, ImmutableArray<PersonalText> Texts) Extract(ImmutableArray<RecordedEvent> events, string salt)
    {
        var texts = ImmutableArray.CreateBuilder<PersonalText>();
        return ([.. events.Select(r => r with { Event = Extract(r.Event, salt, texts) })], texts.ToImmutable());
    }

    /// <summary>Puts the text of an event back in place.</summary>
    /// <param name="recorded">The event.</param>
    /// <param name="texts">Texts by their keys. A text that is not there was erased: the event's text stays null.</param>
    public static RecordedEvent Restore(RecordedEvent recorded, IReadOnlyDictionary<string, string> texts) =>
        EventText.Find(recorded.Event) is { Text: null, Key: { } key } && texts.TryGetValue(key, out var text)
            ? recorded with { Event = EventText.Replace(recorded.Event, new FreeText(text, key)) }
            : recorded;

    /// <summary>The key of a text: its HMAC-SHA-256 with the salt, in lower-case hex. A stored text with another key was changed.</summary>
    public static string CreateKey(string text, string salt) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(salt), Encoding.UTF8.GetBytes(text)));

    static Event Extract(Event e, string salt, ImmutableArray<PersonalText>.Builder texts)
    {
        if (EventText.Find(e) is not { Text: { } text })
        {
            return e;
        }

        var key = CreateKey(text, salt);
        texts.Add(new PersonalText(key, text));
        return EventText.Replace(e, new FreeText(null, key));
    }
}
